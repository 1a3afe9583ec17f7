package org.groundswell.nlp.analyses;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.groundswell.nlp.pipeline.PostExaminer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.json.JsonMapper;

/** Reads texts within their limits and writes what the pipeline makes of them. */
@Component
final class Analyses {

  /** Opens what the answers are written to; asked only when nothing is wrong with the request. */
  @FunctionalInterface
  interface Opener {

    OutputStream open() throws IOException;
  }

  /**
   * In the place of the answer to a line that cannot be analysed.
   *
   * @param line from 1
   */
  @JsonInclude(Include.ALWAYS)
  record LineError(int line, String field, @Nullable String value, String error) {}

  private final PostExaminer examiner;
  private final AnalysesProperties limits;
  private final Clock wall;
  private final Semaphore places;
  private final JsonMapper json = new JsonMapper();

  Analyses(PostExaminer examiner, AnalysesProperties limits, Clock wall) {
    this.examiner = examiner;
    this.limits = limits;
    this.wall = wall;
    this.places = new Semaphore(limits.maxConcurrent());
  }

  /**
   * Analyses a body that is one object.
   *
   * @throws BadField when it is not allowed
   * @throws ErrorResponseException 413 when it is too large, 503 when too many requests are at work
   */
  AnalysisAnswer one(InputStream body, boolean explain) throws IOException {
    byte[] bytes = read(body);
    enter();
    try {
      return answer(bytes, explain);
    } finally {
      places.release();
    }
  }

  /**
   * Analyses a body of lines; the whole is read before the first answer is written, for not every
   * client reads while it writes.
   *
   * @throws ErrorResponseException as for {@link #one}, also for too many lines
   */
  void many(InputStream body, boolean explain, Opener answers) throws IOException {
    byte[] bytes = read(body);
    checkLines(bytes);
    enter();
    try (var out = new BufferedOutputStream(answers.open())) {
      int line = 0;
      for (int start = 0, end; start < bytes.length; start = end + 1) {
        end = endOfLine(bytes, start);
        line++;
        if (!isBlank(bytes, start, end)) {
          out.write(
              json.writeValueAsBytes(answer(Arrays.copyOfRange(bytes, start, end), explain, line)));
          out.write('\n');
        }
      }
    } finally {
      places.release();
    }
  }

  private Object answer(byte[] bytes, boolean explain, int line) {
    try {
      return answer(bytes, explain);
    } catch (BadField bad) {
      return new LineError(line, bad.field(), bad.value(), bad.rule());
    }
  }

  private AnalysisAnswer answer(byte[] bytes, boolean explain) {
    AnalysisRequest request = AnalysisRequest.read(bytes, wall.instant());
    return AnalysisAnswer.of(request.id(), examiner.examine(request.post(), explain));
  }

  private byte[] read(InputStream body) throws IOException {
    int limit = Math.toIntExact(limits.maxBody().toBytes());
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw Problems.of(
          HttpStatus.CONTENT_TOO_LARGE, "The body has more than %d bytes".formatted(limit));
    }
    return bytes;
  }

  private void checkLines(byte[] bytes) {
    int lines = 1;
    for (byte b : bytes) {
      lines += b == '\n' ? 1 : 0;
    }
    if (lines > limits.maxLines() + 1) {
      throw Problems.of(
          HttpStatus.CONTENT_TOO_LARGE,
          "The body has more than %d lines".formatted(limits.maxLines()));
    }
  }

  private void enter() {
    if (!places.tryAcquire()) {
      throw Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "Too many requests are at work; try again");
    }
  }

  private static int endOfLine(byte[] bytes, int start) {
    int end = start;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return end;
  }

  private static boolean isBlank(byte[] bytes, int start, int end) {
    for (int i = start; i < end; i++) {
      if (bytes[i] != ' ' && bytes[i] != '\t' && bytes[i] != '\r') {
        return false;
      }
    }
    return true;
  }
}

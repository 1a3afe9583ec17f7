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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
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
   * @param line from 1, blank ones counted
   * @param field name of the field, {@code body} for the whole line
   * @param value as it came, null when it is missing
   * @param error what the field must be
   */
  @JsonInclude(Include.ALWAYS)
  record LineError(int line, String field, @Nullable String value, String error) {}

  private static final Logger LOG = LoggerFactory.getLogger(Analyses.class);
  private static final String RETRY_SECONDS = "1";

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
    enter();
    try {
      return answer(read(body), explain);
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
    enter();
    try {
      byte[] bytes = read(body);
      checkLines(bytes);
      var out = new BufferedOutputStream(answers.open());
      answer(bytes, explain, out);
      out.flush(); // and not closed: the caller's end of the answer comes after the release
    } finally {
      places.release();
    }
  }

  private void answer(byte[] bytes, boolean explain, OutputStream out) throws IOException {
    int line = 0;
    for (int start = 0, end; start < bytes.length; start = end + 1) {
      end = endOfLine(bytes, start);
      line++;
      if (!isBlank(bytes, start, end)) {
        Object answer = answer(Arrays.copyOfRange(bytes, start, end), explain, line);
        out.write(json.writeValueAsBytes(answer));
        out.write('\n');
      }
    }
  }

  private Object answer(byte[] bytes, boolean explain, int line) {
    try {
      return answer(bytes, explain);
    } catch (BadField bad) {
      return new LineError(line, bad.field(), bad.value(), bad.rule());
    } catch (RuntimeException | StackOverflowError e) { // one text must not cut off the others
      LOG.warn("The analysis of line {} failed: {}", line, e.getClass().getName());
      return new LineError(line, "text", null, "The analysis failed, which is a fault of ours");
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
    int lines = 0;
    for (int start = 0, end; start < bytes.length; start = end + 1) {
      end = endOfLine(bytes, start);
      lines += isBlank(bytes, start, end) ? 0 : 1;
    }
    if (lines > limits.maxLines()) {
      throw Problems.of(
          HttpStatus.CONTENT_TOO_LARGE,
          "The body has more than %d lines".formatted(limits.maxLines()));
    }
  }

  /** Before the body is read, so that the bodies in memory are as few as the requests at work. */
  private void enter() {
    if (!places.tryAcquire()) {
      var problem =
          Problems.of(HttpStatus.SERVICE_UNAVAILABLE, "Too many requests are at work; try again");
      problem.getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
      throw problem;
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

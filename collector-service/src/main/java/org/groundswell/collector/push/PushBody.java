package org.groundswell.collector.push;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/** Reads request bodies within their limits. */
@Component
final class PushBody {

  private final PushProperties limits;

  PushBody(PushProperties limits) {
    this.limits = limits;
  }

  /**
   * One line that is not blank.
   *
   * @param number from 1, blank lines counted
   */
  @SuppressWarnings("ArrayRecordComponent") // lines are read once and never compared
  record Line(int number, byte[] bytes) {}

  /**
   * Reads a body that is one object.
   *
   * @throws ErrorResponseException 413 when it is larger than a line may be
   */
  List<Line> whole(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(Math.toIntExact(limits.maxLine().toBytes()) + 1);
    return List.of(line(1, bytes));
  }

  /**
   * Reads a body of lines.
   *
   * @throws ErrorResponseException 413 when it has too many bytes, too many lines, or one too long
   */
  List<Line> lines(InputStream body) throws IOException {
    int limit = Math.toIntExact(limits.maxBody().toBytes());
    byte[] bytes = body.readNBytes(limit + 1);
    if (bytes.length > limit) {
      throw tooLarge("The body has more than %d bytes".formatted(limit));
    }
    return split(bytes);
  }

  private List<Line> split(byte[] bytes) {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (int start = 0, end; start < bytes.length; start = end + 1) {
      end = endOfLine(bytes, start);
      number++;
      if (!isBlank(bytes, start, end)) {
        lines.add(line(number, Arrays.copyOfRange(bytes, start, end)));
      }
      if (lines.size() > limits.maxLines()) {
        throw tooLarge("The body has more than %d posts".formatted(limits.maxLines()));
      }
    }
    return lines;
  }

  private Line line(int number, byte[] bytes) {
    if (bytes.length > limits.maxLine().toBytes()) {
      throw tooLarge(
          "Line %d has more than %d bytes".formatted(number, limits.maxLine().toBytes()));
    }
    return new Line(number, bytes);
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

  private static ErrorResponseException tooLarge(String detail) {
    return Problems.of(HttpStatus.CONTENT_TOO_LARGE, detail);
  }
}

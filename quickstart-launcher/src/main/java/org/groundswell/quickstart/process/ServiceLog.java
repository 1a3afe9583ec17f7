package org.groundswell.quickstart.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The log of one service, read when it has ended too early. */
record ServiceLog(Path file) {

  private static final int TAIL_BYTES = 64 * 1024;
  private static final int SHOWN_LINES = 8;
  private static final String CAUSE = "Caused by: ";

  /**
   * Returns what the service said about its end: the description that Spring Boot prints when a
   * start fails, else the innermost cause of the last exception, else the last lines.
   */
  String reasonOfEnd() {
    List<String> lines = tail().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    int description = lines.lastIndexOf("Description:");
    if (description >= 0) {
      return description(lines.subList(description + 1, lines.size()));
    }
    return lines.stream()
        .filter(line -> line.startsWith(CAUSE))
        .reduce((_, last) -> last)
        .map(ServiceLog::message)
        .orElseGet(() -> lastOf(lines));
  }

  private static String description(List<String> lines) {
    return lines.stream()
        .takeWhile(line -> !line.equals("Action:"))
        .collect(Collectors.joining(" "));
  }

  /** Cuts the name of the exception's class off. */
  private static String message(String cause) {
    return cause.substring(CAUSE.length()).replaceFirst("^[\\w.$]+: ", "");
  }

  private static String lastOf(List<String> lines) {
    List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
    return "its last lines were\n  " + String.join("\n  ", last);
  }

  private String tail() {
    try (var bytes = new RandomAccessFile(file.toFile(), "r")) {
      long start = Math.max(0, bytes.length() - TAIL_BYTES);
      var tail = new byte[(int) (bytes.length() - start)];
      bytes.seek(start);
      bytes.readFully(tail);
      return new String(tail, StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "(unreadable: " + e.getMessage() + ")";
    }
  }
}

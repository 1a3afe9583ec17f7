package org.groundswell.quickstart.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The log of one service, read when it has ended too early. */
record ServiceLog(Path file) {

  private static final int TAIL_BYTES = 64 * 1024;
  private static final int SHOWN_LINES = 8;

  /**
   * Returns what the service said about its end: the description that Spring Boot prints when a
   * start fails, else the last lines.
   */
  String reasonOfEnd() {
    List<String> lines = tail().lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    int description = lines.lastIndexOf("Description:");
    if (description >= 0 && description + 1 < lines.size()) {
      return lines.get(description + 1) + " (log: " + file + ")";
    }
    List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
    return "its last lines, from %s, were%n  %s".formatted(file, String.join("\n  ", last));
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

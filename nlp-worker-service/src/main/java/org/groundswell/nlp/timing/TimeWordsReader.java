package org.groundswell.nlp.timing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Reads {@link TimeWords} from the file of a language. */
final class TimeWordsReader {

  private TimeWordsReader() {}

  /**
   * Reads the words of a language from the class path.
   *
   * @throws MalformedTimeWords when a line cannot be understood
   */
  static TimeWords read(String language) {
    String file = language + ".txt";
    try (InputStream words =
        Objects.requireNonNull(TimeWordsReader.class.getResourceAsStream(file), file)) {
      return read(file, new InputStreamReader(words, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + file, e);
    }
  }

  /**
   * Reads lines of {@code key = phrase, phrase}. What a line begins with {@code #} is a comment,
   * and one that begins with a space goes on with the line before.
   *
   * @param file named in errors
   */
  static TimeWords read(String file, Reader words) throws IOException {
    var entries = new TimeWordsBuilder();
    var lines = new BufferedReader(words);
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      try {
        entries.add(line);
      } catch (IllegalArgumentException e) {
        throw new MalformedTimeWords(file, number, e);
      }
    }
    return entries.build();
  }
}

package org.groundswell.nlp.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Words that carry grammar rather than matter, of all languages together. */
final class FunctionWords {

  private static final Set<String> WORDS = read("/scoring/function-words.txt");

  private FunctionWords() {}

  /** Tells of a word in small letters. */
  static boolean contains(String word) {
    return WORDS.contains(word);
  }

  private static Set<String> read(String path) {
    try (InputStream in = FunctionWords.class.getResourceAsStream(path)) {
      byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}

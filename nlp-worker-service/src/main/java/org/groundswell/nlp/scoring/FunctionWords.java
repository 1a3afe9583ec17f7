package org.groundswell.nlp.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.groundswell.nlp.text.Folding;
import org.groundswell.nlp.text.LetterHash;
import org.groundswell.nlp.text.Tokens;

/**
 * Words that carry grammar rather than matter, of all languages together: one a line in {@code
 * function-words.txt}, as they are written.
 */
final class FunctionWords {

  private static final long[] HASHES = read("/scoring/function-words.txt");

  private FunctionWords() {}

  /** Tells of a range of folded letters. */
  static boolean contains(Tokens tokens, int start, int end) {
    return Arrays.binarySearch(HASHES, tokens.hash(LetterHash.START, start, end)) >= 0;
  }

  private static long[] read(String path) {
    try (InputStream in = FunctionWords.class.getResourceAsStream(path)) {
      byte[] bytes = Objects.requireNonNull(in, path).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .mapToLong(word -> LetterHash.of(Folding.fold(word)))
          .sorted()
          .toArray();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }
}

package org.groundswell.nlp.places;

import org.groundswell.nlp.text.Folding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of everyday speech in all languages of the project's own corpus: those that it writes
 * small at least as often as with a capital, so that names are not among them.
 */
final class OwnWords {

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private final Map<String, Integer> smallLessCapital = new HashMap<>();

  /** Reads every text below the folder. */
  OwnWords(Path corpus) {
    try (Stream<Path> files = Files.walk(corpus)) {
      files.filter(file -> file.toString().endsWith(".txt")).forEach(this::count);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + corpus, e);
    }
  }

  private void count(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      lines
          .flatMap(NO_LETTERS::splitAsStream)
          .filter(word -> !word.isEmpty())
          .forEach(word ->
              smallLessCapital.merge(
                  Folding.fold(word),
                  Character.isUpperCase(word.charAt(0)) ? -1 : 1,
                  Integer::sum));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Folded, of three letters or more. */
  Set<String> words() {
    var words = new TreeSet<String>();
    smallLessCapital.forEach((word, more) -> {
      if (more > 0 && word.length() > 2) {
        words.add(word);
      }
    });
    return words;
  }
}

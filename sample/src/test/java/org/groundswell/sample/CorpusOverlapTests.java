package org.groundswell.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.groundswell.sample.post.Post;
import org.junit.jupiter.api.Test;

/**
 * Holds the sample apart from the corpus that the categoriser is trained on: no run of six words is
 * in both. Weeks of other seeds are looked at too, because they show sentences of the grammar that
 * the shipped week happens not to have.
 */
class CorpusOverlapTests {

  private static final Path CORPUS = Path.of("../nlp-worker-service/corpus");
  private static final int WORDS = 6;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int CORPUS_FILE_LIMIT = 50_000_000;

  @Test
  void sharesNoRunOfSixWordsWithTheTrainingCorpus() throws IOException {
    assumeThat(CORPUS).as("the training corpus is not there").isDirectory();
    Set<String> trained = runs(corpusLines());
    assertThat(trained).as("text files in %s", CORPUS).isNotEmpty();

    Set<String> shared = new TreeSet<>(runs(sampleTexts()));
    shared.retainAll(trained);

    assertThat(shared).as("runs of %d words in both", WORDS).isEmpty();
  }

  private static List<String> corpusLines() throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      return files
          .filter(CorpusOverlapTests::holdsText)
          .flatMap(CorpusOverlapTests::lines)
          .toList();
    }
  }

  private static boolean holdsText(Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && Stream.of(".txt", ".tsv", ".csv", ".json", ".ndjson", ".jsonl").anyMatch(name::endsWith);
  }

  private static Stream<String> lines(Path file) {
    try {
      assertThat(Files.size(file)).isLessThan(CORPUS_FILE_LIMIT);
      return Files.readString(file).lines();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> sampleTexts() {
    return LongStream.of(SampleWeek.SHIPPED_SEED, 1, 2)
        .mapToObj(SampleWeek::write)
        .flatMap(week -> week.posts().stream())
        .map(Post::text)
        .toList();
  }

  private static Set<String> runs(List<String> texts) {
    return texts.stream().flatMap(CorpusOverlapTests::runs).collect(Collectors.toSet());
  }

  private static Stream<String> runs(String text) {
    List<String> words =
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().map(MatchResult::group).toList();
    return IntStream.rangeClosed(0, words.size() - WORDS)
        .mapToObj(from -> String.join(" ", words.subList(from, from + WORDS)));
  }
}

package org.groundswell.nlp.scoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundswell.nlp.text.TextReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the training corpus: {@code <language>/<LABEL>[.<topic>].txt}, one post a line, where the
 * label is a name of {@link EventType} or {@value #NONE}.
 */
final class Corpus {

  static final String NONE = "NONE";

  private final TextReader reader;

  Corpus(TextReader reader) {
    this.reader = reader;
  }

  /**
   * Returns all posts, files in order of their names, so that every machine trains on the same
   * list.
   *
   * @throws IllegalArgumentException when a file's name does not begin with a label
   * @throws IOException when the folder cannot be read
   */
  List<LabelledPost> read(Path folder) throws IOException {
    var posts = new ArrayList<LabelledPost>();
    for (Path file : files(folder)) {
      String language = file.getName(file.getNameCount() - 2).toString();
      EventType kind = kind(file);
      for (String line : Files.readAllLines(file)) {
        if (!line.isBlank()) {
          posts.add(new LabelledPost(language, kind, reader.read(line)));
        }
      }
    }
    return posts;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder, 2)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  private static @Nullable EventType kind(Path file) {
    String name = file.getFileName().toString();
    String label = name.substring(0, name.indexOf('.'));
    if (label.equals(NONE)) {
      return null;
    }
    return Arrays.stream(EventType.values())
        .filter(type -> type.name().equals(label))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknownLabel(file, label)));
  }

  private static String unknownLabel(Path file, String label) {
    return "%s: label '%s' is neither NONE nor one of %s"
        .formatted(
            file,
            label,
            Arrays.stream(EventType.values()).map(Enum::name).collect(Collectors.joining(", ")));
  }
}

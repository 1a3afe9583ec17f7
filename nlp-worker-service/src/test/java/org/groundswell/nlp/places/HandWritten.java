package org.groundswell.nlp.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The lists in the folder {@code gazetteer} that no package has; their heads say their form. */
final class HandWritten {

  private final Path folder;
  private final List<String> unknown = new ArrayList<>();

  HandWritten(Path folder) {
    this.folder = folder;
  }

  void addTo(NameIndex names, ToIntFunction<String> resolve) {
    rows("names.txt", row -> add(row, names, resolve));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("names.txt: no such places: " + unknown);
    }
    words("common-words.txt", word -> names.flag(word, Gazetteer.COMMON_WORD));
    words("first-names.txt", word -> names.flag(word, Gazetteer.FIRST_NAME));
    words("not-places.txt", phrase -> names.flag(phrase, Gazetteer.NOT_A_PLACE));
  }

  private void add(String row, NameIndex names, ToIntFunction<String> resolve) {
    String[] columns = row.split("\\|", -1);
    if (columns.length != 3) {
      throw new IllegalArgumentException("names.txt: not place | kind | names: " + row);
    }
    int place = resolve.applyAsInt(columns[0].strip());
    if (place < 0) {
      unknown.add(columns[0].strip());
      return;
    }
    NameKind kind = NameKind.valueOf(columns[1].strip());
    each(columns[2], name -> names.add(name, place, kind));
  }

  private void words(String file, Consumer<String> consumer) {
    rows(file, row -> each(row, consumer));
  }

  private static void each(String list, Consumer<String> consumer) {
    Stream.of(list.split(",")).map(String::strip).filter(s -> !s.isEmpty()).forEach(consumer);
  }

  private void rows(String file, Consumer<String> consumer) {
    try (Stream<String> lines = Files.lines(folder.resolve(file))) {
      lines.filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(consumer);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}

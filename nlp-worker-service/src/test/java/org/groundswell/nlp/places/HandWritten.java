package org.groundswell.nlp.places;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/** The lists in the folder {@code gazetteer} that no package has; their heads say their form. */
final class HandWritten {

  private final Path folder;
  private final List<String> unknown = new ArrayList<>();
  private final Set<String> given = new HashSet<>();

  HandWritten(Path folder) {
    this.folder = folder;
  }

  void addNames(NameIndex names, ToIntFunction<String> resolve) {
    rows("names.txt", row -> add(row, names, resolve));
    rows("landmarks.txt", row -> addLandmarks(row, names, resolve));
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException("no such places: " + unknown);
    }
  }

  /** Whether we gave the name to a place ourselves, by the key of the index. */
  boolean gives(String key) {
    return given.contains(key);
  }

  void addFlags(NameIndex names) {
    rows("common-words.txt", row -> flagWords(row, names));
    words("first-names.txt", word -> names.flag(word, Gazetteer.FIRST_NAME));
    words("not-places.txt", phrase -> names.flag(phrase, Gazetteer.NOT_A_PLACE));
  }

  private void add(String row, NameIndex names, ToIntFunction<String> resolve) {
    String[] columns = columns(row, 3);
    int place = resolve.applyAsInt(columns[0]);
    if (place < 0) {
      unknown.add(columns[0]);
      return;
    }
    NameKind kind = NameKind.valueOf(columns[1]);
    each(
        columns[2],
        name -> {
          names.add(name, place, kind);
          if (kind == NameKind.NAME) {
            given.add(NameIndex.key(name));
          }
        });
  }

  /** Rows of {@code languages | words}; the languages stand side by side, * is all. */
  private static void flagWords(String row, NameIndex names) {
    String[] columns = columns(row, 2);
    int flags = 0;
    for (String language : columns[0].split(" ", -1)) {
      flags |= Languages.wordFlags(language);
    }
    int all = flags;
    each(columns[1], word -> names.flag(word, all));
  }

  /** Adjectives of nationality and the people themselves. */
  interface Peoples {
    void add(String country, String language, String people);
  }

  /** Rows of {@code language | country word word, country word}. */
  void peoples(Peoples peoples) {
    rows(
        "demonyms.txt",
        row -> {
          String[] columns = columns(row, 2);
          each(
              columns[1],
              country -> {
                String[] words = country.split(" ", -1);
                for (int i = 1; i < words.length; i++) {
                  peoples.add(words[0], columns[0], words[i].replace('_', ' '));
                }
              });
        });
  }

  private static String[] columns(String row, int count) {
    String[] columns = row.split("\\|", -1);
    if (columns.length != count) {
      throw new IllegalArgumentException("not " + count + " columns: " + row);
    }
    return Stream.of(columns).map(String::strip).toArray(String[]::new);
  }

  private void words(String file, Consumer<String> consumer) {
    rows(file, row -> each(row, consumer));
  }

  /** Rows of {@code town | names}. */
  private void addLandmarks(String row, NameIndex names, ToIntFunction<String> resolve) {
    String[] columns = columns(row, 2);
    add(columns[0] + " | LANDMARK | " + columns[1], names, resolve);
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

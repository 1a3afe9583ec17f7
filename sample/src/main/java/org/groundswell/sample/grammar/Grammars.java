package org.groundswell.sample.grammar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The grammar files among the resources, each read once. Not thread-safe. */
public final class Grammars {

  private static final String ROOT = "/org/groundswell/sample/";

  private final Map<String, @Nullable Grammar> read = new HashMap<>();

  /**
   * What everyday posts in {@code language} speak of; its rules are the topics' names.
   *
   * @throws IllegalArgumentException when there is no such file
   */
  public Grammar chatter(String language) {
    return required("grammar/" + language + "/chatter.txt", lexicon(language));
  }

  /**
   * How posts in {@code language} tell of one surge; null when nobody tells of it in that language.
   */
  public @Nullable Grammar surge(String id, String language) {
    return optional("surges/" + id + "/" + language + ".txt", lexicon(language));
  }

  /** Words that all grammars of a language share. */
  public Grammar lexicon(String language) {
    return required("grammar/" + language + "/lexicon.txt", null);
  }

  private Grammar required(String path, @Nullable Grammar base) {
    Grammar grammar = optional(path, base);
    if (grammar == null) {
      throw new IllegalArgumentException("no grammar " + path);
    }
    return grammar;
  }

  private @Nullable Grammar optional(String path, @Nullable Grammar base) {
    if (!read.containsKey(path)) {
      List<String> lines = lines(path);
      read.put(path, lines == null ? null : Grammar.parse(path, lines, base));
    }
    return read.get(path);
  }

  private static @Nullable List<String> lines(String path) {
    try (InputStream in = Grammars.class.getResourceAsStream(ROOT + path)) {
      return in == null
          ? null
          : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}

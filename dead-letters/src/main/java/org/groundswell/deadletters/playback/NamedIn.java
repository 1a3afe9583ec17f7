package org.groundswell.deadletters.playback;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.groundswell.deadletters.letters.DeadLetter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the posts and authors that a dead letter may be about. Since nobody could read it, it is
 * not read as what it should be: its key and every string between quotation marks are taken that
 * look like the key of a post ({@code source:post-id}) or of an author.
 */
final class NamedIn {

  private static final Pattern STRING =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.){3,400}+)\"", Pattern.DOTALL);
  private static final Pattern NAME =
      Pattern.compile("[0-9a-f]{32}|[a-z][a-z0-9-]{0,31}:[^\\x00-\\x1f]{1,200}");
  private static final JsonMapper JSON = JsonMapper.shared();

  private NamedIn() {}

  static Set<String> of(DeadLetter letter) {
    var names = new HashSet<String>();
    add(text(letter.key()), names);
    Matcher strings = STRING.matcher(text(letter.value()));
    int at = 0;
    while (strings.find(at)) {
      add(unescaped(strings.group(1)), names);
      at =
          strings.end() - 1; // broken text may have lost a mark: each may end one and begin another
    }
    return names;
  }

  private static void add(String text, Set<String> names) {
    if (NAME.matcher(text).matches()) {
      names.add(text);
    }
  }

  private static String unescaped(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    try {
      return JSON.readValue('"' + text + '"', String.class);
    } catch (JacksonException e) {
      return text;
    }
  }

  private static String text(byte @Nullable [] bytes) {
    return bytes == null ? "" : new String(bytes, UTF_8);
  }
}

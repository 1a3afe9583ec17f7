package org.groundswell.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.io.ClassPathResource;

/**
 * The names below {@code groundswell.} that any service knows. All of them, because one set of
 * variables may be given to every service.
 *
 * <p>Names are compared by their letters and digits alone: an environment variable has no dashes,
 * and an old form of it has underscores in their place.
 */
final class KnownProperties {

  private static final int AREA = 1;
  private static final String FILE = "properties.txt";

  private final Map<String, String> names;
  private final Set<String> areas;

  private KnownProperties(List<String> names) {
    this.names =
        names.stream().collect(Collectors.toMap(KnownProperties::letters, Function.identity()));
    this.areas =
        names.stream()
            .map(it -> ConfigurationPropertyName.of(it).getElement(AREA, Form.UNIFORM))
            .collect(Collectors.toSet());
  }

  static KnownProperties read() {
    try {
      var file = new ClassPathResource(FILE, KnownProperties.class);
      return new KnownProperties(file.getContentAsString(StandardCharsets.UTF_8).lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean contains(ConfigurationPropertyName name) {
    return names.containsKey(letters(plain(name).toString()));
  }

  /** Whether the name lies where services have properties. */
  boolean inAnArea(ConfigurationPropertyName name) {
    return name.getNumberOfElements() > AREA && areas.contains(name.getElement(AREA, Form.UNIFORM));
  }

  /** Returns the name that differs by the fewest letters, if by no more than {@code most}. */
  Optional<String> nearest(ConfigurationPropertyName name, int most) {
    String wanted = letters(plain(name).toString());
    return names.keySet().stream()
        .filter(it -> distance(it, wanted) <= most)
        .min(Comparator.comparingInt(it -> distance(it, wanted)))
        .map(names::get);
  }

  private static ConfigurationPropertyName plain(ConfigurationPropertyName name) {
    return name.isLastElementIndexed() ? plain(name.getParent()) : name;
  }

  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /** Levenshtein's distance. */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    Arrays.setAll(above, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int[] row = new int[above.length];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[other.length()];
  }
}

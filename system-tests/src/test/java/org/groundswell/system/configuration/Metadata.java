package org.groundswell.system.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Spring Boot's configuration metadata, as far as it is used here. */
record Metadata(List<Property> properties) {

  /**
   * One property.
   *
   * @param name in its canonical form, with dashes
   * @param type null when it has none of its own
   */
  record Property(
      String name,
      @Nullable String type,
      @Nullable String description,
      @Nullable JsonNode defaultValue) {

    boolean takesFurtherKeys() {
      return type != null && type.startsWith("java.util.Map<");
    }

    /** Returns the default as one would write it; null when there is none. */
    @Nullable String shownDefault() {
      if (defaultValue == null || defaultValue.isNull()) {
        return null;
      }
      // The processor writes a list as Java's Arrays.toString does.
      String text = defaultValue.asString().replaceFirst("^\\[(.*)]$", "$1").replace(", ", ",");
      return text.isEmpty() ? null : text;
    }
  }
}

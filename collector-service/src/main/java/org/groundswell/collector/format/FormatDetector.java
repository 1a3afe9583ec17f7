package org.groundswell.collector.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.groundswell.collector.format.Json.Parsed.Read;
import tools.jackson.databind.JsonNode;

/**
 * Tells a file's format from its first records, by the fields they have: our own posts have {@code
 * createdAt}, tweets have {@code id_str} or a {@code user} object, plain posts have what the names
 * say, and a first record that is no JSON object is a CSV header.
 */
public final class FormatDetector {

  private FormatDetector() {}

  /**
   * Returns the format that the file is said to be in, or the one that its first records show.
   *
   * @param name what the file is said to be; AUTO looks
   * @param first records from the beginning of the file, not empty
   * @throws IllegalArgumentException saying what was seen when that is none of the formats
   */
  public static PostFormat detect(
      FormatName name, List<byte[]> first, FieldNames names, String source) {
    return switch (name) {
      case AUTO -> detect(first, names, source);
      case GROUNDSWELL -> new GroundswellFormat(source);
      case PLAIN -> new PlainJsonFormat(names, source);
      case TWITTER -> new TwitterFormat(source);
      case CSV -> new CsvFormat(first.getFirst(), names, source);
    };
  }

  private static PostFormat detect(List<byte[]> first, FieldNames names, String source) {
    Set<String> seen = new TreeSet<>();
    for (byte[] bytes : first) {
      if (Json.parse(bytes) instanceof Read(JsonNode object)) {
        if (object.has("createdAt") || object.path("kind").asString("").equals("clock")) {
          return new GroundswellFormat(source);
        }
        if (names.missingFrom(new ArrayList<>(object.propertyNames())).isEmpty()
            && !object.has("id_str")) {
          return new PlainJsonFormat(names, source);
        }
        if (isTwitter(object)) {
          return new TwitterFormat(source);
        }
        seen.addAll(object.propertyNames());
      }
    }
    if (!seen.isEmpty()) {
      throw new IllegalArgumentException(
          "its first records have the fields " + String.join(", ", seen));
    }
    return new CsvFormat(first.getFirst(), names, source);
  }

  private static boolean isTwitter(JsonNode object) {
    return object.has("id_str")
        || object.path("user").isObject()
        || object.path("delete").path("status").isObject();
  }
}

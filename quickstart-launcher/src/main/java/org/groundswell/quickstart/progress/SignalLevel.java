package org.groundswell.quickstart.progress;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the two fields of a signal that say at which level it is counted. */
final class SignalLevel {

  private static final JsonFactory JSON = JsonFactory.builder().build();

  private SignalLevel() {}

  /** Whether {@code scope} equals {@code place.level}; false for a watermark. */
  static boolean isOfItsOwnPlace(byte[] signal) {
    if (signal == null) {
      return false;
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), signal)) {
      return parser.nextToken() == JsonToken.START_OBJECT && scopeEqualsLevel(parser);
    } catch (JacksonException _) {
      return false;
    }
  }

  private static boolean scopeEqualsLevel(JsonParser parser) {
    String scope = null;
    String level = null;
    while ((scope == null || level == null) && parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String field = parser.currentName();
      parser.nextToken();
      switch (field) {
        case "scope" -> scope = parser.getString();
        case "place" -> level = level(parser);
        default -> parser.skipChildren();
      }
    }
    return scope != null && scope.equals(level);
  }

  private static String level(JsonParser parser) {
    String level = "";
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      boolean found = parser.currentName().equals("level");
      parser.nextToken();
      if (found) {
        level = parser.getString();
      } else {
        parser.skipChildren();
      }
    }
    return level;
  }
}

package org.groundswell.collector.format;

import java.util.List;
import org.groundswell.collector.intake.Rejection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads JSON objects that strangers wrote: nothing is assumed, and errors do not repeat the input.
 */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .build();

  private Json() {}

  /** Either an object or what is wrong. */
  sealed interface Parsed {

    record Read(JsonNode object) implements Parsed {}

    record Unreadable(Rejection rejection) implements Parsed {}
  }

  static Parsed parse(byte[] bytes) {
    try {
      JsonNode node = MAPPER.readTree(bytes);
      return node.isObject()
          ? new Parsed.Read(node)
          : new Parsed.Unreadable(Rejection.malformed("not a JSON object"));
    } catch (JacksonException e) {
      return new Parsed.Unreadable(Rejection.malformed("not valid JSON" + where(e)));
    }
  }

  /** Finds the text of a field of the outermost object without reading the rest. */
  static @Nullable String peek(byte[] bytes, String field) {
    try (JsonParser parser = MAPPER.createParser(bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        JsonToken value = parser.nextToken();
        if (name.equals(field)) {
          return value.isScalarValue() && value != JsonToken.VALUE_NULL ? parser.getString() : null;
        }
        parser.skipChildren();
      }
      return null;
    } catch (JacksonException e) {
      return null;
    }
  }

  /** Returns the text of a string or number, null when there is neither. */
  static @Nullable String text(@Nullable JsonNode node) {
    return node != null && (node.isString() || node.isNumber()) ? node.asString() : null;
  }

  /** Returns the texts of one field of each element, in order, leaving out what has none. */
  static List<String> texts(JsonNode array, String field) {
    return array
        .valueStream()
        .map(element -> text(element.get(field)))
        .<String>mapMulti((text, out) -> {
          if (text != null) {
            out.accept(text);
          }
        })
        .toList();
  }

  private static String where(JacksonException e) {
    var location = e.getLocation();
    return location == null ? "" : " at column %d".formatted(location.getColumnNr());
  }
}

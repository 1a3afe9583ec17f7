package org.groundswell.nlp.analyses;

import java.time.DateTimeException;
import java.time.Instant;
import org.groundswell.nlp.pipeline.Post;
import org.groundswell.nlp.pipeline.Post.Coordinates;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A text to be analysed, as {@code {"text", "language"?, "createdAt"?, "lat"?, "lon"?, "place"?,
 * "profileLocation"?, "id"?}}; other fields are passed over.
 *
 * @param id what the caller calls it, given back with the answer
 */
record AnalysisRequest(@Nullable String id, Post post) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_FIELD = 500;

  /** Four digits of a year, as RFC 3339 has them; far ones have no day in every time zone. */
  private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-30T23:59:59Z");

  /**
   * Reads a request.
   *
   * @param now when the text is taken to be written if it does not say so
   * @throws BadField when a field is missing or not allowed
   */
  static AnalysisRequest read(byte[] json, Instant now) {
    JsonNode body = object(json);
    String text = string(body, "text", LONGEST_TEXT);
    if (text == null) {
      throw new BadField("text", null, "a string");
    }
    Post post =
        new Post(
            "analysis",
            "1",
            createdAt(body, now),
            null,
            text,
            string(body, "language", LONGEST_FIELD),
            null,
            coordinates(body),
            string(body, "place", LONGEST_FIELD),
            string(body, "profileLocation", LONGEST_FIELD),
            null,
            null);
    return new AnalysisRequest(id(body), post);
  }

  private static JsonNode object(byte[] json) {
    try {
      JsonNode body = JSON.readTree(json);
      if (body.isObject()) {
        return body;
      }
      throw new BadField("body", body.getNodeType(), "a JSON object");
    } catch (JacksonException e) {
      throw new BadField("body", null, "JSON: " + e.getOriginalMessage());
    }
  }

  private static @Nullable String id(JsonNode body) {
    JsonNode id = body.path("id");
    return id.isNumber() ? id.asString() : string(body, "id", LONGEST_FIELD);
  }

  private static @Nullable String string(JsonNode body, String field, int longest) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isString() || value.asString().length() > longest) {
      throw new BadField(field, value, "a string of at most %d characters".formatted(longest));
    }
    return value.asString();
  }

  private static Instant createdAt(JsonNode body, Instant now) {
    String createdAt = string(body, "createdAt", LONGEST_FIELD);
    Instant instant = createdAt == null ? now : instant(createdAt);
    if (instant == null || instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new BadField("createdAt", createdAt, "an instant such as 2026-06-03T14:05:11Z");
    }
    return instant;
  }

  private static @Nullable Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException _) {
      return null;
    }
  }

  private static @Nullable Coordinates coordinates(JsonNode body) {
    Double lat = degrees(body, "lat", 90);
    Double lon = degrees(body, "lon", 180);
    if (lat == null && lon == null) {
      return null;
    }
    if (lat == null || lon == null) {
      throw new BadField(lat == null ? "lat" : "lon", null, "given together with the other");
    }
    return new Coordinates(lat, lon);
  }

  private static @Nullable Double degrees(JsonNode body, String field, int limit) {
    JsonNode value = body.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isNumber() || !(Math.abs(value.asDouble()) <= limit)) {
      throw new BadField(field, value, "a number from -%1$d to %1$d".formatted(limit));
    }
    return value.asDouble();
  }
}

package org.groundswell.collector.format;

import java.time.Instant;
import java.util.List;
import org.groundswell.collector.format.Json.Parsed.Read;
import org.groundswell.collector.format.Json.Parsed.Unreadable;
import org.groundswell.collector.intake.Candidate;
import org.groundswell.collector.intake.Coordinates;
import org.groundswell.collector.intake.NotAPost;
import org.groundswell.collector.intake.RawPost;
import org.groundswell.collector.intake.Rejection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The form that this service writes to {@code groundswell.posts}. {@code eventTime} and {@code
 * collectedAt} are given anew; an {@code authorKey} is kept, and where an {@code author} stands
 * instead it is hashed; clocks are passed over.
 */
public final class GroundswellFormat implements PostFormat {

  private final String source;

  /**
   * Files posts that name no source under the given one.
   *
   * @param source of posts that do not name one
   */
  public GroundswellFormat(String source) {
    this.source = source;
  }

  @Override
  public Candidate read(byte[] bytes) {
    return switch (Json.parse(bytes)) {
      case Read(JsonNode object) ->
          "clock".equals(Json.text(object.get("kind"))) ? new NotAPost() : post(object);
      case Unreadable(var rejection) -> rejection;
    };
  }

  @Override
  public @Nullable Instant timeOf(byte[] bytes) {
    String time = Json.peek(bytes, "createdAt");
    return time == null ? null : Timestamps.parse(time);
  }

  private Candidate post(JsonNode object) {
    String id = Json.text(object.get("id"));
    if (id == null || id.isBlank()) {
      return Rejection.missing("id");
    }
    String text = Json.text(object.get("text"));
    if (text == null) {
      return Rejection.missing("text");
    }
    String date = Json.text(object.get("createdAt"));
    if (date == null) {
      return Rejection.missing("createdAt");
    }
    Instant createdAt = Timestamps.parse(date);
    if (createdAt == null) {
      return Rejection.invalid("createdAt", "is not a time", date);
    }
    String named = Json.text(object.get("source"));
    return complete(object, RawPost.of(named == null ? source : named, id, createdAt, text));
  }

  private static Candidate complete(JsonNode object, RawPost.Builder post) {
    JsonNode point = object.get("coordinates");
    if (point != null && !point.isNull()) {
      JsonNode lat = point.path("lat");
      JsonNode lon = point.path("lon");
      if (!lat.isNumber() || !lon.isNumber()) {
        return Rejection.invalid("coordinates", "has no numbers lat and lon", point.toString());
      }
      post.coordinates(new Coordinates(lat.doubleValue(), lon.doubleValue()));
    }
    return post.language(Json.text(object.get("language")))
        .author(Json.text(object.get("author")))
        .authorKey(Json.text(object.get("authorKey")))
        .place(Json.text(object.get("place")))
        .profileLocation(Json.text(object.get("profileLocation")))
        .hashtags(strings(object.path("hashtags")))
        .links(strings(object.path("links")))
        .repostOf(Json.text(object.get("repostOf")))
        .url(Json.text(object.get("url")))
        .build();
  }

  private static List<String> strings(JsonNode array) {
    return array.valueStream().filter(JsonNode::isString).map(JsonNode::asString).toList();
  }
}

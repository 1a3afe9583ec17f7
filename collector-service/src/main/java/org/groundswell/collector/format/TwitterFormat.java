package org.groundswell.collector.format;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.groundswell.collector.format.Json.Parsed.Read;
import org.groundswell.collector.format.Json.Parsed.Unreadable;
import org.groundswell.collector.intake.Candidate;
import org.groundswell.collector.intake.Coordinates;
import org.groundswell.collector.intake.NotAPost;
import org.groundswell.collector.intake.RawPost;
import org.groundswell.collector.intake.Rejection;
import org.groundswell.collector.intake.TakenBack;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The JSON of Twitter's API 1.1, in which most archives are kept.
 *
 * <p>The longest text wins ({@code extended_tweet}, then {@code full_text}, then {@code text}); a
 * retweet carries the whole text of the post that it repeats and is marked as its repost. A
 * stream's {@code delete} notices take posts back, its other notices are passed over. The link to a
 * post is the form that does not name its author.
 */
public final class TwitterFormat implements PostFormat {

  private static final List<String> NOTICES =
      List.of("limit", "scrub_geo", "status_withheld", "user_withheld", "disconnect", "warning");

  private final String source;

  public TwitterFormat(String source) {
    this.source = source;
  }

  @Override
  public Candidate read(byte[] bytes) {
    return switch (Json.parse(bytes)) {
      case Read(JsonNode object) -> candidate(object);
      case Unreadable(var rejection) -> rejection;
    };
  }

  @Override
  public @Nullable Instant timeOf(byte[] bytes) {
    String time = Json.peek(bytes, "created_at");
    return time == null ? null : Timestamps.parse(time);
  }

  private Candidate candidate(JsonNode tweet) {
    String deleted = id(tweet.path("delete").path("status"));
    if (deleted != null) {
      return new TakenBack(source, deleted);
    }
    return NOTICES.stream().anyMatch(tweet::has) ? new NotAPost() : post(tweet);
  }

  private Candidate post(JsonNode tweet) {
    String id = id(tweet);
    if (id == null) {
      return Rejection.missing("id_str");
    }
    String date = Json.text(tweet.get("created_at"));
    if (date == null) {
      return Rejection.missing("created_at");
    }
    Instant createdAt = Timestamps.parse(date);
    if (createdAt == null) {
      return Rejection.invalid("created_at", "is not a time", date);
    }
    JsonNode original = tweet.path("retweeted_status");
    JsonNode words = original.isObject() ? original : tweet;
    String text = text(words);
    return text == null
        ? Rejection.missing("text")
        : complete(tweet, words, RawPost.of(source, id, createdAt, text));
  }

  private RawPost complete(JsonNode tweet, JsonNode words, RawPost.Builder post) {
    JsonNode user = tweet.path("user");
    String account = id(user);
    String original = id(tweet.path("retweeted_status"));
    return post.language(Json.text(words.get("lang")))
        .author(account == null ? Json.text(user.get("screen_name")) : account)
        .coordinates(coordinates(tweet))
        .place(place(tweet.path("place")))
        .profileLocation(Json.text(user.get("location")))
        .hashtags(Json.texts(entities(words).path("hashtags"), "text"))
        .links(Json.texts(entities(words).path("urls"), "expanded_url"))
        .repostOf(original == null ? null : source + ":" + original)
        .url("https://twitter.com/i/status/" + id(tweet))
        .build();
  }

  private static @Nullable String id(JsonNode object) {
    String text = Json.text(object.get("id_str"));
    return text == null ? Json.text(object.get("id")) : text;
  }

  private static @Nullable String text(JsonNode tweet) {
    return Stream.of(
            tweet.path("extended_tweet").path("full_text"),
            tweet.path("full_text"),
            tweet.path("text"))
        .filter(JsonNode::isString)
        .findFirst()
        .map(JsonNode::asString)
        .map(TwitterFormat::unescaped)
        .orElse(null);
  }

  /** The API escapes these three characters and no others. */
  private static String unescaped(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }

  private static JsonNode entities(JsonNode tweet) {
    JsonNode extended = tweet.path("extended_tweet").path("entities");
    return extended.isObject() ? extended : tweet.path("entities");
  }

  /** {@code coordinates} is GeoJSON, longitude first; the older {@code geo} is latitude first. */
  private static @Nullable Coordinates coordinates(JsonNode tweet) {
    JsonNode lonLat = tweet.path("coordinates").path("coordinates");
    if (isPoint(lonLat)) {
      return new Coordinates(lonLat.path(1).doubleValue(), lonLat.path(0).doubleValue());
    }
    JsonNode latLon = tweet.path("geo").path("coordinates");
    return isPoint(latLon)
        ? new Coordinates(latLon.path(0).doubleValue(), latLon.path(1).doubleValue())
        : null;
  }

  private static boolean isPoint(JsonNode array) {
    return array.size() == 2 && array.path(0).isNumber() && array.path(1).isNumber();
  }

  private static @Nullable String place(JsonNode place) {
    String name = Json.text(place.get("full_name"));
    String country = Json.text(place.get("country"));
    boolean complete = name == null || country == null || name.endsWith(country);
    return complete ? name : name + ", " + country;
  }
}

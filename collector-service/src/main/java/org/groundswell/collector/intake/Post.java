package org.groundswell.collector.intake;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The record on {@code groundswell.posts}; the schema in {@code contracts} says what fields mean.
 */
@JsonPropertyOrder("kind")
record Post(
    String source,
    String id,
    Instant createdAt,
    Instant eventTime,
    Instant collectedAt,
    String text,
    @Nullable String language,
    @Nullable String authorKey,
    @Nullable Coordinates coordinates,
    @Nullable String place,
    @Nullable String profileLocation,
    @Nullable List<String> hashtags,
    @Nullable List<String> links,
    @Nullable String repostOf,
    @Nullable String url) {

  @JsonProperty
  String kind() {
    return "post";
  }
}

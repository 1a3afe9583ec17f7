package org.groundswell.collector.format;

import java.time.Instant;
import org.groundswell.collector.format.Json.Parsed.Read;
import org.groundswell.collector.format.Json.Parsed.Unreadable;
import org.groundswell.collector.intake.Candidate;
import org.groundswell.collector.intake.RawPost;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * JSON objects with the fields {@code id, created_at, text} and optionally {@code lang, author,
 * lat, lon, place}, or others in their place. Ids may be numbers.
 */
public final class PlainJsonFormat implements PostFormat {

  private final String source;
  private final PlainPosts posts;
  private final String timeField;

  public PlainJsonFormat(FieldNames names, String source) {
    this.source = source;
    this.posts = new PlainPosts(names, source);
    this.timeField = names.of(FieldNames.CREATED_AT);
  }

  @Override
  public Candidate read(byte[] bytes) {
    return switch (Json.parse(bytes)) {
      case Read(JsonNode object) -> posts.read(name -> Json.text(find(object, name)));
      case Unreadable(var rejection) -> rejection;
    };
  }

  /**
   * Reads a record that its sender may leave undated and may file under a source of its own, in the
   * field {@code source}.
   */
  public Candidate read(byte[] bytes, Instant whenUndated) {
    return switch (Json.parse(bytes)) {
      case Read(JsonNode object) -> {
        String named = Json.text(object.get("source"));
        yield posts.read(
            name -> Json.text(find(object, name)), named == null ? source : named, whenUndated);
      }
      case Unreadable(var rejection) -> rejection;
    };
  }

  @Override
  public @Nullable Instant timeOf(byte[] bytes) {
    if (timeField.indexOf('.') >= 0) { // too deep for a peek
      return read(bytes) instanceof RawPost post ? post.createdAt() : null;
    }
    return posts.timeOf(Json.peek(bytes, timeField));
  }

  private static @Nullable JsonNode find(JsonNode object, String name) {
    JsonNode whole = object.get(name);
    int dot = name.indexOf('.');
    if (whole != null || dot < 0) {
      return whole;
    }
    JsonNode outer = object.get(name.substring(0, dot));
    return outer == null ? null : find(outer, name.substring(dot + 1));
  }
}

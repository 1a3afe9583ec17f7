package org.groundswell.collector.format;

import java.time.Instant;
import org.groundswell.collector.intake.Candidate;
import org.groundswell.collector.intake.Coordinates;
import org.groundswell.collector.intake.RawPost;
import org.groundswell.collector.intake.Rejection;
import org.jspecify.annotations.Nullable;

/** Makes posts of named fields; JSON, CSV and push share it. */
final class PlainPosts {

  private final FieldNames names;
  private final String source;

  PlainPosts(FieldNames names, String source) {
    this.names = names;
    this.source = source;
  }

  Candidate read(FieldSource fields) {
    return read(fields, source, null);
  }

  /**
   * @param whenUndated the time of a post that has none; null refuses it
   */
  Candidate read(FieldSource fields, String filedUnder, @Nullable Instant whenUndated) {
    String id = fields.get(names.of(FieldNames.ID));
    if (id == null || id.isBlank()) {
      return Rejection.missing(names.of(FieldNames.ID));
    }
    String text = fields.get(names.of(FieldNames.TEXT));
    if (text == null) {
      return Rejection.missing(names.of(FieldNames.TEXT));
    }
    String date = fields.get(names.of(FieldNames.CREATED_AT));
    if (date == null && whenUndated == null) {
      return Rejection.missing(names.of(FieldNames.CREATED_AT));
    }
    Instant createdAt = date == null ? whenUndated : Timestamps.parse(date);
    if (createdAt == null) {
      return Rejection.invalid(
          names.of(FieldNames.CREATED_AT), "is not a time", String.valueOf(date));
    }
    return located(fields, RawPost.of(filedUnder, id.strip(), createdAt, text));
  }

  private Candidate located(FieldSource fields, RawPost.Builder post) {
    String lat = fields.get(names.of(FieldNames.LAT));
    String lon = fields.get(names.of(FieldNames.LON));
    if (blank(lat) && blank(lon)) {
      return finished(fields, post);
    }
    Double north = number(lat);
    Double east = number(lon);
    if (north == null) {
      return Rejection.invalid(names.of(FieldNames.LAT), "is not a number", String.valueOf(lat));
    }
    if (east == null) {
      return Rejection.invalid(names.of(FieldNames.LON), "is not a number", String.valueOf(lon));
    }
    return finished(fields, post.coordinates(new Coordinates(north, east)));
  }

  private Candidate finished(FieldSource fields, RawPost.Builder post) {
    String author = fields.get(names.of(FieldNames.AUTHOR));
    return post.language(fields.get(names.of(FieldNames.LANG)))
        .author(blank(author) ? null : author)
        .place(fields.get(names.of(FieldNames.PLACE)))
        .build();
  }

  @Nullable Instant timeOf(@Nullable String date) {
    return date == null ? null : Timestamps.parse(date);
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static @Nullable Double number(@Nullable String text) {
    try {
      return text == null ? null : Double.valueOf(text.strip());
    } catch (NumberFormatException e) {
      return null;
    }
  }
}

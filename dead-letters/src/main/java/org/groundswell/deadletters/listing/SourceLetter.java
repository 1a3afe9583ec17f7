package org.groundswell.deadletters.listing;

import org.groundswell.deadletters.letters.DeadLetter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a dead letter of the collector says: where the input is and what is wrong with it, never the
 * input.
 */
record SourceLetter(
    @Nullable String source,
    @Nullable String position,
    @Nullable String field,
    @Nullable String reason) {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final SourceLetter UNREADABLE = new SourceLetter(null, null, null, null);

  static SourceLetter read(DeadLetter letter) {
    byte[] value = letter.value();
    if (value == null) {
      return UNREADABLE;
    }
    try {
      SourceLetter read = JSON.readValue(value, SourceLetter.class);
      return read == null ? UNREADABLE : read;
    } catch (JacksonException e) {
      return UNREADABLE;
    }
  }

  /** Returns the field and what is wrong with it. */
  String summary() {
    return (field == null ? "" : field + ": ") + (reason == null ? "(none)" : reason);
  }
}

package org.groundswell.collector.intake;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the posts' schema. What makes a post unusable refuses it; what is only a hint, such
 * as its language, is mended or left out.
 */
final class PostCheck {

  private static final int MAX_ID = 200;
  private static final int MAX_TEXT = 10_000;
  private static final int MAX_PLACE = 300;
  private static final int MAX_LIST = 50;
  private static final int MAX_ITEM = 300;
  private static final int MAX_URL = 2_000;

  /** A record of more bytes than this; Kafka itself takes 1 MiB, of which a batch needs some. */
  static final int MAX_RECORD = 256 * 1024;

  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");
  private static final Pattern URL = Pattern.compile("(?i)https?://[^\\p{Cc}\\s]+");
  private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern AUTHOR_KEY = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern POST_KEY = Pattern.compile("[a-z][a-z0-9-]{0,31}:[^\\p{Cc}]{1,200}");

  /** ISO 639 codes that name no language: undetermined, several, none, and the private range. */
  private static final Pattern NO_LANGUAGE = Pattern.compile("und|mul|zxx|mis|q[a-t][a-z]");

  private PostCheck() {}

  /** Returns what makes the post unusable, null when nothing does. */
  static @Nullable Rejection complaint(RawPost post) {
    Rejection key = keyComplaint(post.source(), post.id());
    if (key != null) {
      return key;
    }
    if (length(post.text()) > MAX_TEXT) {
      return Rejection.tooLong("text", "text has more than %d characters".formatted(MAX_TEXT));
    }
    return post.coordinates() == null ? null : complaint(post.coordinates());
  }

  /** Returns what makes source and id unusable as a key, null when nothing does. */
  static @Nullable Rejection keyComplaint(String source, String id) {
    if (!SOURCE.matcher(source).matches()) {
      return Rejection.invalid("source", "must match " + SOURCE, source);
    }
    if (id.isBlank()) {
      return Rejection.missing("id");
    }
    if (id.length() > MAX_ID) {
      return Rejection.tooLong("id", "id has more than %d characters".formatted(MAX_ID));
    }
    return CONTROL.matcher(id).find()
        ? Rejection.invalid("id", "has a control character", CONTROL.matcher(id).replaceAll("?"))
        : null;
  }

  /** Refuses a record that is too large as a whole although its fields are not. */
  static @Nullable Rejection complaint(byte[] record) {
    return record.length > MAX_RECORD
        ? Rejection.tooLong(null, "the record has more than %d bytes".formatted(MAX_RECORD))
        : null;
  }

  private static @Nullable Rejection complaint(Coordinates point) {
    if (!(Math.abs(point.lat()) <= 90)) { // so written, NaN is refused too
      return Rejection.invalid("lat", "is not in [-90, 90]", Double.toString(point.lat()));
    }
    if (!(Math.abs(point.lon()) <= 180)) {
      return Rejection.invalid("lon", "is not in [-180, 180]", Double.toString(point.lon()));
    }
    return null;
  }

  /**
   * Returns the primary subtag in today's form ({@code iw} is {@code he}), null when it names none.
   */
  static @Nullable String language(@Nullable String hint) {
    if (hint == null) {
      return null;
    }
    String primary = hint.strip().split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    String current = LANGUAGE.matcher(primary).matches() ? Locale.of(primary).getLanguage() : "";
    boolean usable = LANGUAGE.matcher(current).matches() && !NO_LANGUAGE.matcher(current).matches();
    return usable ? current : null;
  }

  static @Nullable String authorKey(@Nullable String key) {
    return key != null && AUTHOR_KEY.matcher(key).matches() ? key : null;
  }

  static @Nullable String postKey(@Nullable String key) {
    return key != null
            && POST_KEY.matcher(key).matches()
            && key.length() - key.indexOf(':') - 1 <= MAX_ID
        ? key
        : null;
  }

  /** Returns the link when it is one that a reader can follow, null otherwise. */
  static @Nullable String url(@Nullable String address) {
    return address != null && address.length() <= MAX_URL && URL.matcher(address).matches()
        ? address
        : null;
  }

  /** Returns the name, cut at the schema's limit, or null when there is none. */
  static @Nullable String place(@Nullable String name) {
    if (name == null || name.isBlank()) {
      return null;
    }
    return length(name) <= MAX_PLACE
        ? name
        : name.substring(0, name.offsetByCodePoints(0, MAX_PLACE));
  }

  static @Nullable List<String> items(List<String> items) {
    List<String> kept =
        items.stream()
            .filter(item -> !item.isBlank() && length(item) <= MAX_ITEM)
            .limit(MAX_LIST)
            .toList();
    return kept.isEmpty() ? null : kept;
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}

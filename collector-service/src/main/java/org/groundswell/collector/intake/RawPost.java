package org.groundswell.collector.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as its source knows it, not yet checked.
 *
 * @param source the name it is filed under
 * @param id unique within the source; does not name the account
 * @param createdAt what the post declares
 * @param text as posted, without markup
 * @param language a hint in any BCP 47 form
 * @param author the account; it is hashed here and goes no further
 * @param authorKey set in place of the author when it is hashed already
 * @param coordinates where the post was made
 * @param place name that the source attached
 * @param profileLocation what the author's profile states
 * @param hashtags without #
 * @param repostOf key of the post that this one repeats without words of its own
 * @param url where a person can see the post; the only field that may name the account, and the one
 *     that is cleared when the author deletes
 */
public record RawPost(
    String source,
    String id,
    Instant createdAt,
    String text,
    @Nullable String language,
    @Nullable String author,
    @Nullable String authorKey,
    @Nullable Coordinates coordinates,
    @Nullable String place,
    @Nullable String profileLocation,
    List<String> hashtags,
    List<String> links,
    @Nullable String repostOf,
    @Nullable String url)
    implements Candidate {

  /** Begins a post with what every post has. */
  public static Builder of(String source, String id, Instant createdAt, String text) {
    return new Builder(source, id, createdAt, text);
  }

  /** Collects what only some posts have. */
  public static final class Builder {

    private final String source;
    private final String id;
    private final Instant createdAt;
    private final String text;
    private @Nullable String language;
    private @Nullable String author;
    private @Nullable String authorKey;
    private @Nullable Coordinates coordinates;
    private @Nullable String place;
    private @Nullable String profileLocation;
    private List<String> hashtags = List.of();
    private List<String> links = List.of();
    private @Nullable String repostOf;
    private @Nullable String url;

    private Builder(String source, String id, Instant createdAt, String text) {
      this.source = source;
      this.id = id;
      this.createdAt = createdAt;
      this.text = text;
    }

    public Builder language(@Nullable String hint) {
      language = hint;
      return this;
    }

    public Builder author(@Nullable String account) {
      author = account;
      return this;
    }

    public Builder authorKey(@Nullable String key) {
      authorKey = key;
      return this;
    }

    public Builder coordinates(@Nullable Coordinates point) {
      coordinates = point;
      return this;
    }

    public Builder place(@Nullable String name) {
      place = name;
      return this;
    }

    public Builder profileLocation(@Nullable String location) {
      profileLocation = location;
      return this;
    }

    public Builder hashtags(List<String> tags) {
      hashtags = tags;
      return this;
    }

    public Builder links(List<String> urls) {
      links = urls;
      return this;
    }

    public Builder repostOf(@Nullable String key) {
      repostOf = key;
      return this;
    }

    public Builder url(@Nullable String address) {
      url = address;
      return this;
    }

    public RawPost build() {
      return new RawPost(
          source,
          id,
          createdAt,
          text,
          language,
          author,
          authorKey,
          coordinates,
          place,
          profileLocation,
          hashtags,
          links,
          repostOf,
          url);
    }
  }
}

package org.groundswell.sample.post;

import java.time.Instant;
import org.groundswell.sample.people.Author;
import org.jspecify.annotations.Nullable;

/**
 * A post before it has an id, with what only the generator knows about it.
 *
 * @param language ISO 639-1, what the text is really written in
 * @param surge id of the surge it belongs to; null in the calm background
 * @param repost true when it only repeats another post
 * @param planned true when it speaks of something still to come
 */
public record Draft(
    Instant at,
    Author author,
    String text,
    String language,
    @Nullable String surge,
    boolean repost,
    boolean planned) {

  /** Something said on an ordinary day. */
  public static Draft chatter(Instant at, Author author, String text) {
    return new Draft(at, author, text, author.language(), null, false, false);
  }

  /** The same words passed on by somebody else. */
  public Draft repostedBy(Author other, Instant when) {
    return new Draft(
        when, other, "RT @" + author.id() + ": " + text, language, surge, true, planned);
  }
}

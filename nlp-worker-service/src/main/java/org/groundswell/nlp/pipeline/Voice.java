package org.groundswell.nlp.pipeline;

import java.util.Locale;
import org.groundswell.nlp.text.PostText;

/**
 * Tells whose voice a post is, so that detection counts it once.
 *
 * <p>Who repeats another's words adds none: all reposts of one post are one voice, and so are all
 * texts that begin with {@code RT @user:} and go on alike, where the source does not say what they
 * repeat.
 */
final class Voice {

  private Voice() {}

  static boolean isRepost(Post post, PostText text) {
    return post.repostOf() != null || text.repost();
  }

  /** Returns at most 64 characters, the same for the same voice in every process. */
  static String of(Post post, PostText text) {
    if (post.repostOf() != null) {
      return "repost:" + Fingerprint.of(post.repostOf());
    }
    if (text.repost()) {
      return "repost:" + Fingerprint.of(text.clean().toLowerCase(Locale.ROOT));
    }
    return post.authorKey() != null ? post.authorKey() : "post:" + Fingerprint.of(post.key());
  }
}

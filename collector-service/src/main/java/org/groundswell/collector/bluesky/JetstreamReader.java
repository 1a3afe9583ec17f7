package org.groundswell.collector.bluesky;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.groundswell.collector.bluesky.JetstreamEvent.AccountGone;
import org.groundswell.collector.bluesky.JetstreamEvent.Deleted;
import org.groundswell.collector.bluesky.JetstreamEvent.Other;
import org.groundswell.collector.bluesky.JetstreamEvent.Posted;
import org.groundswell.collector.bluesky.JetstreamEvent.Unreadable;
import org.groundswell.collector.format.Timestamps;
import org.groundswell.collector.intake.DeletionReason;
import org.groundswell.collector.intake.RawPost;
import org.groundswell.collector.intake.Rejection;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the messages of Jetstream, version 1. The id of a post is its author's key and its record
 * key: the account, which is part of every address of Bluesky, stays in the link only.
 */
final class JetstreamReader {

  static final String SOURCE = "bluesky";
  static final String POSTS = "app.bsky.feed.post";

  private static final String TAG = "app.bsky.richtext.facet#tag";
  private static final String LINK = "app.bsky.richtext.facet#link";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final UnaryOperator<String> keys;

  /**
   * @param keys from an account, or what names one, to a keyed hash
   */
  JetstreamReader(UnaryOperator<String> keys) {
    this.keys = keys;
  }

  JetstreamEvent read(String message) {
    try {
      return event(JSON.readTree(message));
    } catch (JacksonException e) {
      return new Unreadable(0, Rejection.malformed("not valid JSON"));
    }
  }

  private JetstreamEvent event(JsonNode message) {
    long time = message.path("time_us").asLong(0);
    String did = message.path("did").asString("");
    if (time <= 0) {
      return new Unreadable(0, Rejection.missing("time_us"));
    }
    if (did.isEmpty()) {
      return new Unreadable(time, Rejection.missing("did"));
    }
    return switch (message.path("kind").asString("")) {
      case "commit" -> commit(time, did, message.path("commit"));
      case "account" -> account(time, did, message.path("account"));
      case "identity" -> new Other(time);
      default -> new Unreadable(time, Rejection.malformed("neither commit, account nor identity"));
    };
  }

  private static JetstreamEvent account(long time, String did, JsonNode account) {
    return switch (account.path("status").asString("")) {
      case "deleted" -> new AccountGone(time, did, DeletionReason.ACCOUNT_DELETED);
      case "takendown" -> new AccountGone(time, did, DeletionReason.ACCOUNT_TAKEN_DOWN);
      default -> new Other(time);
    };
  }

  private JetstreamEvent commit(long time, String did, JsonNode commit) {
    if (!commit.path("collection").asString("").equals(POSTS)) {
      return new Other(time);
    }
    String rkey = commit.path("rkey").asString("");
    if (rkey.isEmpty()) {
      return new Unreadable(time, Rejection.missing("rkey"));
    }
    return switch (commit.path("operation").asString("")) {
      case "create", "update" -> posted(time, did, rkey, commit);
      case "delete" -> new Deleted(time, id(did, rkey));
      default ->
          new Unreadable(
              time, Rejection.malformed("the operation is neither create, update nor delete"));
    };
  }

  private JetstreamEvent posted(long time, String did, String rkey, JsonNode commit) {
    JsonNode post = commit.path("record");
    if (!post.path("text").isString()) {
      return new Unreadable(time, Rejection.missing("text"));
    }
    String date = post.path("createdAt").asString("");
    Instant createdAt = Timestamps.parse(date);
    if (createdAt == null) {
      return new Unreadable(time, Rejection.invalid("createdAt", "is not a time", date));
    }
    RawPost raw =
        RawPost.of(SOURCE, id(did, rkey), createdAt, post.path("text").asString())
            .author(did)
            .language(post.path("langs").path(0).asString(null))
            .hashtags(hashtags(post))
            .links(links(post))
            .url("https://bsky.app/profile/%s/post/%s".formatted(did, rkey))
            .build();
    return new Posted(time, raw, commit.path("cid").asString(commit.path("rev").asString("")));
  }

  /**
   * A hash of both, for the two together name the account, and an id made of the author's key would
   * join one author's posts wherever ids are shown.
   */
  private String id(String did, String rkey) {
    return keys.apply(did + "/" + rkey);
  }

  private static List<String> hashtags(JsonNode post) {
    return Stream.concat(features(post, TAG, "tag"), strings(post.path("tags").valueStream()))
        .distinct()
        .toList();
  }

  private static List<String> links(JsonNode post) {
    Stream<JsonNode> card = Stream.of(post.path("embed").path("external").path("uri"));
    return Stream.concat(features(post, LINK, "uri"), strings(card)).distinct().toList();
  }

  private static Stream<String> features(JsonNode post, String type, String field) {
    return strings(
        post.path("facets")
            .valueStream()
            .flatMap(facet -> facet.path("features").valueStream())
            .filter(feature -> feature.path("$type").asString("").equals(type))
            .map(feature -> feature.path(field)));
  }

  private static Stream<String> strings(Stream<JsonNode> nodes) {
    return nodes.filter(JsonNode::isString).map(JsonNode::asString);
  }
}

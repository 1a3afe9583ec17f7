package org.groundswell.nlp.intake;

import org.groundswell.nlp.intake.Incoming.Deletion;
import org.groundswell.nlp.intake.Incoming.NewPost;
import org.groundswell.nlp.intake.Incoming.Tick;
import org.groundswell.nlp.intake.Incoming.Unreadable;
import org.groundswell.nlp.pipeline.Post;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the values of {@code groundswell.posts}; fields it does not know are passed over. */
final class PostsReader {

  private static final JsonMapper JSON = new JsonMapper();

  private PostsReader() {}

  static Incoming read(byte @Nullable [] value) {
    if (value == null) {
      return new Deletion();
    }
    try {
      JsonNode record = JSON.readTree(value);
      return switch (record.path("kind").asString("")) {
        case "post" -> new NewPost(JSON.treeToValue(record, Post.class));
        case "clock" -> new Tick(JSON.treeToValue(record, CollectorClock.class));
        case String kind -> new Unreadable("Not allowed: kind = \"%s\"".formatted(shortened(kind)));
      };
    } catch (JacksonException e) {
      return new Unreadable(shortened(reason(e)));
    }
  }

  private static String reason(JacksonException e) {
    // What a record's constructor refuses comes wrapped.
    return e.getCause() instanceof IllegalArgumentException refused
        ? String.valueOf(refused.getMessage())
        : e.getOriginalMessage();
  }

  private static String shortened(String text) {
    return text.length() <= 200 ? text : text.substring(0, 200) + "…";
  }
}

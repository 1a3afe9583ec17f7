package org.groundswell.nlp.intake;

import org.groundswell.nlp.intake.Incoming.Deletion;
import org.groundswell.nlp.intake.Incoming.NewPost;
import org.groundswell.nlp.intake.Incoming.Tick;
import org.groundswell.nlp.intake.Incoming.Unreadable;
import org.groundswell.nlp.pipeline.Post;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
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
    try (JsonParser parser = JSON.createParser(value)) {
      if (parser.nextToken() == JsonToken.START_OBJECT
          && "kind".equals(parser.nextName())
          && parser.nextToken() == JsonToken.VALUE_STRING) {
        return read(parser.getString(), new RestOf(parser));
      }
      JsonNode record = JSON.readTree(value);
      return read(record.path("kind").asString(""), new Tree(record));
    } catch (JacksonException e) {
      return new Unreadable(shortened(reason(e)));
    }
  }

  /** Reads a record into the type that its kind asks for. */
  private sealed interface Source {

    <T> T as(Class<T> type);
  }

  /** The collector writes the kind first, so that nearly all records are read in one pass. */
  private record RestOf(JsonParser parser) implements Source {

    @Override
    public <T> T as(Class<T> type) {
      parser.nextToken();
      T read = JSON.readerFor(type).readValue(parser);
      parser.nextToken(); // nothing may follow
      return read;
    }
  }

  private record Tree(JsonNode record) implements Source {

    @Override
    public <T> T as(Class<T> type) {
      return JSON.treeToValue(record, type);
    }
  }

  private static Incoming read(String kind, Source record) {
    return switch (kind) {
      case "post" -> new NewPost(record.as(Post.class));
      case "clock" -> new Tick(record.as(CollectorClock.class));
      case String other -> new Unreadable("Not allowed: kind = \"%s\"".formatted(shortened(other)));
    };
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

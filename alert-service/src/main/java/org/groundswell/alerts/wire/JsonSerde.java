package org.groundswell.alerts.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records as JSON: instants in ISO-8601, nulls left out, unknown fields ignored. The same value
 * always gives the same bytes. Thread-safe.
 */
public final class JsonSerde<T> implements Serde<T> {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private final Class<T> type;

  private JsonSerde(Class<T> type) {
    this.type = type;
  }

  public static <T> JsonSerde<T> of(Class<T> type) {
    return new JsonSerde<>(type);
  }

  public byte[] write(T value) {
    return MAPPER.writerFor(type).writeValueAsBytes(value);
  }

  /**
   * Reads one value.
   *
   * @throws Unreadable that says what is wrong with the bytes
   */
  public T read(byte[] bytes) {
    try {
      T value = MAPPER.readValue(bytes, type);
      if (value == null) {
        throw new Unreadable(type, type.getSimpleName() + " is null");
      }
      return value;
    } catch (JacksonException e) {
      throw new Unreadable(type, reason(e));
    }
  }

  @Override
  public Serializer<T> serializer() {
    return (topic, value) -> write(value);
  }

  @Override
  public Deserializer<T> deserializer() {
    return (topic, bytes) -> {
      if (bytes == null) {
        throw new Unreadable(type, type.getSimpleName() + " is null");
      }
      return read(bytes);
    };
  }

  private String reason(JacksonException e) {
    @Nullable Throwable cause = e.getCause();
    String what =
        cause instanceof IllegalArgumentException ? cause.getMessage() : e.getOriginalMessage();
    String where =
        e.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return "Unreadable %s: %s%s"
        .formatted(type.getSimpleName(), where.isEmpty() ? "" : where + ": ", what);
  }
}

package org.groundswell.alerts.notification;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.groundswell.alerts.incident.Certainty;
import org.groundswell.alerts.incident.Severity;
import org.groundswell.alerts.problems.BadField;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.Stage;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * A subscription as an operator sends it.
 *
 * @param enabled true when left out
 * @param excerpts whether messages show what people wrote, false when left out: what has been sent
 *     cannot be taken back when an author deletes the post
 */
record SubscriptionRequest(
    String name,
    @Nullable Boolean enabled,
    ChannelRequest channel,
    @Nullable Area area,
    @Nullable Set<String> countries,
    @Nullable Set<EventType> kinds,
    @Nullable Severity minSeverity,
    @Nullable Certainty minCertainty,
    @Nullable Set<Stage> stages,
    @Nullable QuietHours quietHours,
    @Nullable Boolean excerpts) {

  /** Largest request, in bytes. */
  static final int LARGEST = 64 * 1024;

  private static final int LONGEST_NAME = 100;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(10).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              text ->
                  text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  SubscriptionRequest {
    name = name == null ? "" : name.strip();
    BadField.unless(
        !name.isEmpty()
            && name.length() <= LONGEST_NAME
            && name.chars().noneMatch(Character::isISOControl),
        "name",
        name,
        "1 to 100 characters in one line");
    BadField.unless(channel != null, "channel", null, "given");
  }

  /**
   * Reads a request.
   *
   * @throws BadField when it is no JSON object, or a field is unknown, missing or not allowed
   */
  static SubscriptionRequest read(byte[] json) {
    try {
      SubscriptionRequest request = JSON.readValue(json, SubscriptionRequest.class);
      BadField.unless(request != null, "body", null, "a JSON object");
      return request;
    } catch (JacksonException e) {
      throw bad(e);
    }
  }

  Selection selection() {
    return new Selection(area, countries, kinds, minSeverity, minCertainty, stages);
  }

  boolean isEnabled() {
    return !Boolean.FALSE.equals(enabled);
  }

  boolean showsExcerpts() {
    return Boolean.TRUE.equals(excerpts);
  }

  /** Nothing of a channel is quoted, since it may be a secret. */
  private static BadField bad(JacksonException e) {
    String path = path(e);
    if (e.getCause() instanceof BadField bad) {
      return bad.within(path);
    }
    return switch (e) {
      case UnrecognizedPropertyException _ -> new BadField(path, null, "left out: it is not known");
      case InvalidFormatException wrong when !path.startsWith("channel") ->
          new BadField(path, wrong.getValue(), expected(wrong.getTargetType()));
      default -> new BadField(path.isEmpty() ? "body" : path, null, "JSON of the expected form");
    };
  }

  private static String expected(Class<?> type) {
    return type.isEnum()
        ? "one of " + Arrays.toString(type.getEnumConstants())
        : "a " + type.getSimpleName();
  }

  private static String path(JacksonException e) {
    return e.getPath().stream()
        .map(step ->
            step.getPropertyName() == null
                ? "[" + step.getIndex() + "]"
                : "." + step.getPropertyName())
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }
}

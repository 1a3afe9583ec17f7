package org.groundswell.dashboard.commands;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.groundswell.dashboard.problems.BadField;
import org.groundswell.dashboard.problems.Refused;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a remark by the letter: what is not asked for is refused and not passed over. */
final class RemarkBody {

  /** Room for the longest text with every character escaped as two of {@code \\uXXXX}. */
  static final int LARGEST = 32 * 1024;

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_TEXT = 2000;
  private static final Set<String> FIELDS = Set.of("by", "text");
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private RemarkBody() {}

  /**
   * Returns what a caller says.
   *
   * @throws BadField naming the field that cannot be used
   * @throws Refused when there are more than 32 KiB
   * @throws IOException when the caller stops sending
   */
  static Remark read(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw Refused.tooLarge("The body must not exceed %d bytes.".formatted(LARGEST));
    }
    JsonNode remark = parse(bytes);
    remark.propertyNames().stream()
        .filter(name -> !FIELDS.contains(name))
        .findFirst()
        .ifPresent(name -> refuse(name, remark.get(name)));
    return new Remark(name(remark.get("by")), text(remark.get("text")));
  }

  private static JsonNode parse(byte[] bytes) {
    try {
      JsonNode tree = JSON.readTree(bytes);
      if (tree.isObject()) {
        return tree;
      }
    } catch (JacksonException e) {
      // told below, without the parser's words, which quote the body
    }
    throw new BadField("body", null, "one JSON object with the fields by and text, each once");
  }

  private static void refuse(String name, JsonNode value) {
    throw new BadField(name, value, "left out: known are by and text");
  }

  private static @Nullable String name(@Nullable JsonNode value) {
    String name = string("by", value);
    if (name == null) {
      return null;
    }
    String stripped = name.strip();
    check(stripped.codePoints().noneMatch(Character::isISOControl), "by", name, "one line of text");
    check(fits(stripped, LONGEST_NAME), "by", name, "of 1 to 100 characters");
    return stripped;
  }

  private static @Nullable String text(@Nullable JsonNode value) {
    String given = string("text", value);
    if (given == null) {
      return null;
    }
    String text = given.replace("\r\n", "\n").strip();
    check(
        text.codePoints().noneMatch(it -> Character.isISOControl(it) && it != '\n'),
        "text",
        given,
        "without control characters but line breaks");
    check(fits(text, LONGEST_TEXT), "text", given, "of 1 to 2,000 characters");
    return text;
  }

  private static @Nullable String string(String field, @Nullable JsonNode value) {
    if (value == null || value.isNull()) {
      return null;
    }
    check(value.isString(), field, value, "a string");
    String text = value.asString();
    check(text.codePoints().noneMatch(RemarkBody::isHalf), field, null, "sound Unicode");
    return text;
  }

  private static boolean isHalf(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static boolean fits(String text, int most) {
    int length = text.codePointCount(0, text.length());
    return length >= 1 && length <= most;
  }

  private static void check(boolean sound, String field, @Nullable Object value, String rule) {
    if (!sound) {
      throw new BadField(field, value, rule);
    }
  }
}

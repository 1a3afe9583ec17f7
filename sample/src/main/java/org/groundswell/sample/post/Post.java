package org.groundswell.sample.post;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.groundswell.sample.chance.Dice;
import org.groundswell.sample.people.Place;
import org.jspecify.annotations.Nullable;

/**
 * A line of the sample, in the plain form that a replay reads.
 *
 * @param createdAt ISO-8601 in UTC, whole seconds
 * @param lang what the author's program calls the language; missing or wrong in one of twenty
 * @param author invented account
 * @param lat degrees north, WGS 84; missing in most posts
 * @param lon degrees east, WGS 84; missing in most posts
 * @param place town and country as the author wrote them; missing in most posts
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "created_at", "text", "lang", "author", "lat", "lon", "place"})
public record Post(
    String id,
    @JsonProperty("created_at") String createdAt,
    String text,
    @Nullable String lang,
    String author,
    @Nullable BigDecimal lat,
    @Nullable BigDecimal lon,
    @Nullable String place) {

  private static final double LANGUAGE_MISSING = 0.03;
  private static final double LANGUAGE_WRONG = 0.02;
  private static final double LOCATED = 0.03;
  private static final double PLACED = 0.05;
  private static final double TOWN_RADIUS_DEGREES = 0.03;
  private static final List<String> COMMON_LANGUAGES = List.of("en", "es", "ru", "pt", "und");

  /** The {@code draft} as it leaves its author's program. */
  public static Post of(Draft draft, int number, Dice dice) {
    Place home = draft.author().home();
    boolean located = !draft.repost() && dice.chance(LOCATED);
    return new Post(
        "sim-" + (1_000_000 + number),
        draft.at().toString(),
        draft.text(),
        declaredLanguage(draft, dice),
        draft.author().id(),
        located ? near(home.latitude(), dice) : null,
        located ? near(home.longitude(), dice) : null,
        !draft.repost() && dice.chance(PLACED) ? home.label() : null);
  }

  private static @Nullable String declaredLanguage(Draft draft, Dice dice) {
    double at = dice.unit();
    if (at < LANGUAGE_MISSING) {
      return null;
    }
    return at < LANGUAGE_MISSING + LANGUAGE_WRONG ? dice.pick(COMMON_LANGUAGES) : draft.language();
  }

  private static BigDecimal near(double degrees, Dice dice) {
    double shift = (dice.unit() - 0.5) * 2 * TOWN_RADIUS_DEGREES;
    return BigDecimal.valueOf(degrees + shift).setScale(4, RoundingMode.HALF_UP);
  }
}

package org.groundswell.alerts.detection;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.groundswell.alerts.signals.KindGroup;
import org.groundswell.alerts.signals.Level;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * Tuning of the judgement of places. The defaults were chosen on simulated streams; the tests of
 * this package repeat them.
 *
 * @param falseAlarmsPerDay how many alarms by chance a day are bearable over the whole world, above
 *     0; the threshold on the probability follows from it
 * @param places how many places are watched at a time, 1 or more; they share the bearable alarms
 * @param minVoices distinct voices that an alert needs at least, however improbable, 2 to 1,000
 * @param curatedSources names of sources in which somebody chooses what is told, such as news
 *     feeds: each voice in them counts curated-weight times towards min-voices
 * @param curatedWeight 1 to 10
 * @param closeAfter event time without an excess after which an alert is closed, whole minutes from
 *     1m to 7d
 * @param reopenWithin event time after closing in which a new excess reopens the alert, whole
 *     minutes from 1m to 7d
 * @param halfLife age at which an hour's count weighs half in what is expected, 1h to 3650d
 * @param shapeCap largest shape of the predictive distribution, above 0: how steady a place can be
 *     believed to be. Rates follow the time of day and the news, so that counts vary more than a
 *     Poisson count does; at 8 an hour may see three times the mean without an alarm
 * @param freeze event time for which a hot place learns nothing, whole minutes from 1m to 365d; a
 *     surge that lasts longer becomes the normal
 * @param collectorSilence how long a collector may say nothing, while others do, before the others
 *     no longer wait for it, 1s to 7d
 * @param town what is expected of a town before anything is known about it
 * @param admin1 the same of a first-order division
 * @param country the same of a country
 */
@Validated
@ConfigurationProperties("groundswell.alerts.detection")
public record DetectionProperties(
    @Positive @DefaultValue("1") double falseAlarmsPerDay,
    @Positive @DefaultValue("10000") int places,
    @Min(2) @Max(1000) @DefaultValue("5") int minVoices,
    @NotNull @DefaultValue Set<String> curatedSources,
    @Min(1) @Max(10) @DefaultValue("2") int curatedWeight,
    @NotNull @DefaultValue("6h") Duration closeAfter,
    @NotNull @DefaultValue("24h") Duration reopenWithin,
    @NotNull @DefaultValue("14d") Duration halfLife,
    @Positive @DefaultValue("8") double shapeCap,
    @NotNull @DefaultValue("3d") Duration freeze,
    @NotNull @DefaultValue("10m") Duration collectorSilence,
    @Valid @NotNull @DefaultValue Town town,
    @Valid @NotNull @DefaultValue Admin1 admin1,
    @Valid @NotNull @DefaultValue Country country) {

  private static final String PREFIX = "groundswell.alerts.detection.";
  private static final double TESTS_ALIKE = 5;

  public DetectionProperties {
    wholeMinutes("close-after", closeAfter, Duration.ofDays(7));
    wholeMinutes("reopen-within", reopenWithin, Duration.ofDays(7));
    wholeMinutes("freeze", freeze, Duration.ofDays(365));
    within("half-life", halfLife, Duration.ofHours(1), Duration.ofDays(3650));
    within("collector-silence", collectorSilence, Duration.ofSeconds(1), Duration.ofDays(7));
  }

  /**
   * A gamma distribution of the voices an hour.
   *
   * @param shape counts that it is worth
   * @param hours hours of watching that it is worth
   */
  public record Prior(double shape, double hours) {}

  /**
   * {@link Prior} of a town: 10 voices an hour, known no better than 6 minutes of watching tell.
   *
   * @param shape voices that the expectation before any watching of a town is worth, above 0
   * @param hours hours of watching a town that this expectation is worth, above 0
   */
  public record Town(
      @Positive @DefaultValue("1") double shape, @Positive @DefaultValue("0.1") double hours) {}

  /**
   * {@link Prior} of a first-order division.
   *
   * @param shape voices that the expectation before any watching of a first-order division is
   *     worth, above 0
   * @param hours hours of watching a first-order division that this expectation is worth, above 0
   */
  public record Admin1(
      @Positive @DefaultValue("1") double shape, @Positive @DefaultValue("0.05") double hours) {}

  /**
   * {@link Prior} of a country.
   *
   * @param shape voices that the expectation before any watching of a country is worth, above 0
   * @param hours hours of watching a country that this expectation is worth, above 0
   */
  public record Country(
      @Positive @DefaultValue("1") double shape, @Positive @DefaultValue("0.03") double hours) {}

  Prior prior(Level level) {
    return switch (level) {
      case TOWN -> new Prior(town.shape(), town.hours());
      case ADMIN1 -> new Prior(admin1.shape(), admin1.hours());
      case COUNTRY -> new Prior(country.shape(), country.hours());
    };
  }

  /**
   * Returns the probability below which a count is no chance: the bearable alarms, shared among the
   * tests of a day. A window is tested once for each time it fits into a day; that it slides by the
   * minute makes neighbouring tests nearly the same test. All voices are tested so, those of each
   * kind, and those that call for a coming day; a build-up is tested each day.
   *
   * <p>These tests share most of their voices, and counts are whole numbers: on simulated calm
   * streams less than a twentieth of the sum of their probabilities comes true. So five count as
   * one, which leaves the budget kept with room to spare; the tests of this package prove it.
   */
  public double threshold() {
    double windows = Arrays.stream(Window.ALL).mapToDouble(window -> 24 / window.hours()).sum();
    double testsPerDay = windows * (2 + KindGroup.COUNT) + 1;
    return falseAlarmsPerDay * TESTS_ALIKE / (places * testsPerDay);
  }

  private static void wholeMinutes(String name, Duration value, Duration most) {
    within(name, value, Duration.ofMinutes(1), most);
    Assert.isTrue(
        value.toSeconds() % 60 == 0, () -> PREFIX + name + " must be whole minutes, not " + value);
  }

  private static void within(String name, Duration value, Duration least, Duration most) {
    Assert.isTrue(
        value.compareTo(least) >= 0 && value.compareTo(most) <= 0,
        () -> "%s%s must be from %s to %s, not %s".formatted(PREFIX, name, least, most, value));
  }
}

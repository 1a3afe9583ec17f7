package org.groundswell.alerts.incident;

import java.util.Map;
import org.groundswell.alerts.detection.Reading;
import org.groundswell.alerts.detection.Tally;
import org.groundswell.alerts.signals.EventType;
import org.groundswell.alerts.signals.EventType.Force;

/**
 * What a reading says about how bad an event is and how sure it is. The two are kept apart: many
 * voices from one source that tell of violence are a severe alert of little certainty.
 *
 * <p>Severity comes from the force that the posts speak of and from the number of voices; certainty
 * from the probability by chance, the number of independent voices and of sources. The steps are
 * our own choice of round numbers.
 */
record Assessment(Severity severity, Certainty certainty) {

  private static final long MANY_VOICES = 30;
  private static final long MASS_OF_VOICES = 300;
  private static final double VIOLENT_SHARE = 0.5;
  private static final double SOME_SHARE = 0.25;

  private static final Severity[][] BY_FORCE_AND_SCALE = {
    {Severity.MINOR, Severity.MODERATE, Severity.MODERATE},
    {Severity.MODERATE, Severity.MODERATE, Severity.SEVERE},
    {Severity.SEVERE, Severity.SEVERE, Severity.EXTREME},
  };

  static Assessment of(Reading reading) {
    return new Assessment(severity(reading), certainty(reading));
  }

  /** Returns the worse and the surer of two; an alert does not get milder while it is open. */
  Assessment orWorse(Assessment other) {
    return new Assessment(
        severity.compareTo(other.severity) >= 0 ? severity : other.severity,
        certainty.compareTo(other.certainty) >= 0 ? certainty : other.certainty);
  }

  /** Says whether this is worse or surer than another. */
  boolean exceeds(Assessment other) {
    return severity.compareTo(other.severity) > 0 || certainty.compareTo(other.certainty) > 0;
  }

  private static Severity severity(Reading reading) {
    return BY_FORCE_AND_SCALE[force(reading.tally())][scale(reading.authors())];
  }

  private static int force(Tally tally) {
    double violent = share(tally.types(), Force.VIOLENT);
    if (violent >= VIOLENT_SHARE) {
      return 2;
    }
    return violent + share(tally.types(), Force.SOME) >= SOME_SHARE ? 1 : 0;
  }

  private static double share(Map<EventType, Double> types, Force force) {
    double all = types.values().stream().mapToDouble(Double::doubleValue).sum();
    double some =
        types.entrySet().stream()
            .filter(type -> type.getKey().force() == force)
            .mapToDouble(Map.Entry::getValue)
            .sum();
    return all == 0 ? 0 : some / all;
  }

  private static int scale(long authors) {
    if (authors >= MASS_OF_VOICES) {
      return 2;
    }
    return authors >= MANY_VOICES ? 1 : 0;
  }

  private static Certainty certainty(Reading reading) {
    double probability = reading.best().probability();
    int sources = reading.tally().sources().size();
    if (sources >= 2 && reading.authors() >= MANY_VOICES && probability < 1e-12) {
      return Certainty.OBSERVED;
    }
    boolean independent = sources >= 2 || reading.authors() >= 10;
    return independent && probability < 1e-9 ? Certainty.LIKELY : Certainty.POSSIBLE;
  }
}

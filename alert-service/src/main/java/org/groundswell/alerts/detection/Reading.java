package org.groundswell.alerts.detection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.groundswell.alerts.evidence.Evidence;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.trace.Trail;
import org.jspecify.annotations.Nullable;

/**
 * What a hot place shows in one minute. The lists have one number for each {@link Window}.
 *
 * @param minute judged, from 1970
 * @param observed distinct voices
 * @param expected mean of the prediction
 * @param probability of so many or more by chance; 1 for a window that was not tested because it
 *     has too few voices, or reaches back into an excess that is over
 * @param shape of the predictive distribution
 * @param exceeds whether the place is above the threshold now
 * @param since first minute of the episode, from 1970
 * @param authors distinct voices since then
 * @param tally of the signals since then
 * @param trails traces of sampled posts that were judged there, oldest first; null for none
 */
public record Reading(
    Place place,
    long minute,
    List<Long> observed,
    List<Double> expected,
    List<Double> probability,
    double shape,
    boolean exceeds,
    long since,
    long authors,
    Tally tally,
    List<Evidence> evidence,
    @Nullable List<Trail> trails)
    implements Candidate {

  /** Returns the window with the smallest probability; of equals the shortest. */
  @JsonIgnore
  public Window best() {
    Window best = Window.QUARTER;
    for (Window window : Window.ALL) {
      if (probability(window) < probability(best)) {
        best = window;
      }
    }
    return best;
  }

  public long observed(Window window) {
    return observed.get(window.position());
  }

  public double expected(Window window) {
    return expected.get(window.position());
  }

  public double probability(Window window) {
    return probability.get(window.position());
  }

  /** Returns the end of the minute, when it could be judged. */
  @JsonIgnore
  public Instant judged() {
    return Instant.ofEpochSecond((minute + 1) * 60);
  }

  @JsonIgnore
  public Instant started() {
    return Instant.ofEpochSecond(since * 60);
  }

  /** Returns the same reading with other evidence. */
  public Reading with(List<Evidence> other) {
    return new Reading(
        place,
        minute,
        observed,
        expected,
        probability,
        shape,
        exceeds,
        since,
        authors,
        tally,
        other,
        trails);
  }
}

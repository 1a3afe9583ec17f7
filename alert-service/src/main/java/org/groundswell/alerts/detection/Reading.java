package org.groundswell.alerts.detection;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.groundswell.alerts.evidence.Evidence;
import org.groundswell.alerts.signals.KindGroup;
import org.groundswell.alerts.signals.Place;
import org.groundswell.alerts.trace.Trail;
import org.jspecify.annotations.Nullable;

/**
 * What a hot place shows in one minute.
 *
 * @param minute judged, from 1970
 * @param day that is called for; null for what goes on
 * @param since first minute of the episode, from 1970
 * @param authors distinct voices since then
 * @param tally of the signals since then
 * @param warmingUp whether too little of the stream has been seen to know what is normal
 * @param trails traces of sampled posts that were judged there, oldest first; null for none
 */
public record Reading(
    Place place,
    long minute,
    @Nullable LocalDate day,
    Figures figures,
    long since,
    long authors,
    Tally tally,
    boolean warmingUp,
    List<Evidence> evidence,
    @Nullable List<Trail> trails)
    implements Candidate {

  /**
   * Counts and what they are judged by. The lists have one number for each {@link Window}.
   *
   * @param observed distinct voices
   * @param expected mean of the prediction
   * @param probability of so many or more by chance; 1 for a window that was not tested because it
   *     has too few voices, or reaches back into an excess that is over
   * @param shapes of the predictive distribution
   * @param exceeds whether the place is above the threshold now
   * @param best the most telling figures
   */
  public record Figures(
      List<Long> observed,
      List<Double> expected,
      List<Double> probability,
      List<Double> shapes,
      boolean exceeds,
      Best best) {

    static Figures of(
        @Nullable KindGroup kind,
        long[] observed,
        double[] expected,
        double[] probability,
        double[] shapes) {
      int best = 0;
      for (int i = 1; i < probability.length; i++) {
        best = probability[i] < probability[best] ? i : best;
      }
      return new Figures(
          Arrays.stream(observed).boxed().toList(),
          Arrays.stream(expected).boxed().toList(),
          Arrays.stream(probability).boxed().toList(),
          Arrays.stream(shapes).boxed().toList(),
          false,
          new Best(
              Window.ALL[best], kind, observed[best], expected[best], probability[best], false));
    }

    double chance() {
      return best.probability();
    }

    /**
     * Returns these with the most telling of these, of those of one kind, and of a slow build-up.
     */
    Figures strengthenedBy(Figures other, double slow, double threshold) {
      Best strongest = other.best();
      if (slow < threshold && slow < strongest.probability()) {
        int day = Window.DAY.position();
        strongest = new Best(Window.DAY, null, observed.get(day), expected.get(day), slow, true);
      }
      return new Figures(
          observed, expected, probability, shapes, strongest.probability() < threshold, strongest);
    }
  }

  /**
   * The most telling figures.
   *
   * @param kind whose voices they count; null for all
   * @param buildUp whether the probability is that of a build-up over more than the window
   */
  public record Best(
      Window window,
      @Nullable KindGroup kind,
      long observed,
      double expected,
      double probability,
      boolean buildUp) {}

  /** Returns the most telling figures. */
  @JsonIgnore
  public Best best() {
    return figures.best();
  }

  /** Says whether the place is above the threshold now. */
  @JsonIgnore
  public boolean exceeds() {
    return figures.exceeds();
  }

  public long observed(Window window) {
    return figures.observed().get(window.position());
  }

  public double expected(Window window) {
    return figures.expected().get(window.position());
  }

  public double probability(Window window) {
    return figures.probability().get(window.position());
  }

  public double shape(Window window) {
    return figures.shapes().get(window.position());
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
        place, minute, day, figures, since, authors, tally, warmingUp, other, trails);
  }
}

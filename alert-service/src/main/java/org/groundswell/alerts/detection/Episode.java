package org.groundswell.alerts.detection;

import org.groundswell.alerts.detection.Baseline.Hours;

/**
 * An unusual time of a place, from its first voice until it can no longer flare up again. All times
 * are minutes from 1970.
 *
 * @param since first voice of the window that raised it
 * @param hotSince when the threshold was passed
 * @param exceeded end of the last minute that was above the threshold
 * @param authors distinct voices since {@code since}; one that is silent for a day counts anew
 * @param tally of the signals since the quarter of an hour of {@code since}
 */
record Episode(long since, long hotSince, long exceeded, long authors, Tally tally) {

  /** Says whether the place is still unusual in a minute. */
  boolean hot(long minute, DetectionProperties detection) {
    return minute < exceeded + detection.closeAfter().toMinutes();
  }

  /** Says whether an excess in a minute belongs to this episode. */
  boolean continues(long minute, DetectionProperties detection) {
    return minute < exceeded + detection.closeAfter().plus(detection.reopenWithin()).toMinutes();
  }

  Episode hear(long newVoices, Tally heard) {
    return new Episode(since, hotSince, exceeded, authors + newVoices, tally.plus(heard));
  }

  Episode exceed(long minute, DetectionProperties detection) {
    long hotFrom = hot(minute, detection) ? hotSince : minute;
    return new Episode(since, hotFrom, minute + 1, authors, tally);
  }

  /** Returns the hours that must not be taken for normal. */
  Hours frozen(DetectionProperties detection) {
    long cold = exceeded + detection.closeAfter().toMinutes();
    long thawed = hotSince + detection.freeze().toMinutes();
    return new Hours(hotSince / 60, (Math.min(cold, thawed) - 1) / 60);
  }
}

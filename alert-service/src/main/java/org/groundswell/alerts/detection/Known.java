package org.groundswell.alerts.detection;

/**
 * What was known of a place a day ago or earlier, which is what it is judged by: the onset of an
 * event that grows slowly must not teach the place that it is normal (as the lag of EARS C2 does).
 *
 * @param baseline what had been learned
 * @param silent hours for which the stream had been watched, by which a source that had not told of
 *     the place was silent about it
 */
record Known(Baseline baseline, double silent) {}

package org.groundswell.dashboard.alerts;

import java.time.Instant;

/**
 * An alert as it was after one revision.
 *
 * @param published when the broker had it; unlike all other times no event time
 * @param alert without evidence: what people wrote is kept in one place, where they can take it
 *     back
 */
public record Revision(Instant published, Alert alert) {}

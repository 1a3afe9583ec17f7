package org.groundswell.dashboard.alerts;

import jakarta.persistence.Embeddable;
import java.io.Serializable;

/** Which revision of which alert. */
@Embeddable
record RevisionKey(String alertId, int revision) implements Serializable {}

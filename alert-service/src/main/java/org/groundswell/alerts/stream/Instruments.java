package org.groundswell.alerts.stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.groundswell.alerts.detection.JudgedTime;
import org.groundswell.alerts.incident.AlertCounts;
import org.groundswell.alerts.signals.SignalCounts;
import org.groundswell.alerts.trace.Traces;

/** What the steps of the topology are seen by. */
record Instruments(SignalCounts signals, JudgedTime judged, AlertCounts alerts, Traces traces) {

  static Instruments of(MeterRegistry meters, Traces traces) {
    return new Instruments(
        new SignalCounts(meters), new JudgedTime(meters), new AlertCounts(meters), traces);
  }
}

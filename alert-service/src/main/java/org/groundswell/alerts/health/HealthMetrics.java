package org.groundswell.alerts.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.stereotype.Component;

/** What the probes would say, as a gauge for each of them: 1 is up. */
@Component
class HealthMetrics implements MeterBinder {

  private final ObjectProvider<HealthEndpoint> health;

  HealthMetrics(ObjectProvider<HealthEndpoint> health) {
    this.health = health; // asked for later: the endpoint itself needs the registry's users
  }

  @Override
  public void bindTo(MeterRegistry meters) {
    for (String group : List.of("liveness", "readiness")) {
      Gauge.builder("groundswell.health", () -> isUp(group) ? 1 : 0)
          .description("1 while the probe of this name is up")
          .tag("probe", group)
          .register(meters);
    }
  }

  private boolean isUp(String group) {
    var said = health.getObject().healthForPath(group);
    return said != null && Status.UP.equals(said.getStatus());
  }
}

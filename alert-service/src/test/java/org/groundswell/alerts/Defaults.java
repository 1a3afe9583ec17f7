package org.groundswell.alerts;

import java.util.Map;
import org.groundswell.alerts.detection.DetectionProperties;
import org.groundswell.alerts.incident.IncidentProperties;
import org.groundswell.alerts.topics.Topics;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The properties as they are when nobody sets any. */
public final class Defaults {

  public static final DetectionProperties DETECTION =
      bind("groundswell.alerts.detection", DetectionProperties.class);
  public static final IncidentProperties INCIDENT =
      bind("groundswell.alerts.incident", IncidentProperties.class);
  public static final Topics TOPICS = bind("groundswell.topics.names", Topics.class);

  private Defaults() {}

  private static <T> T bind(String prefix, Class<T> type) {
    return new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate(prefix, type);
  }
}

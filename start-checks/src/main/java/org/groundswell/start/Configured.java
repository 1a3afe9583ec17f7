package org.groundswell.start;

import java.util.Optional;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/** What was set, and where. */
final class Configured {

  private Configured() {}

  /** Returns a property as it was set; empty when it has its default. */
  static Optional<ConfigurationProperty> find(Environment environment, String name) {
    ConfigurationPropertyName wanted = ConfigurationPropertyName.of(name);
    return environment instanceof ConfigurableEnvironment configurable
        ? StreamSupport.stream(ConfigurationPropertySources.get(configurable).spliterator(), false)
            .map(source -> source.getConfigurationProperty(wanted))
            .filter(property -> property != null)
            .findFirst()
        : Optional.empty();
  }
}

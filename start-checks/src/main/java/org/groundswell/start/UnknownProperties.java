package org.groundswell.start;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/**
 * Refuses names below {@code groundswell.} that no service knows: a misspelt property would
 * otherwise pass for one that was never set.
 *
 * <p>The environment is shared with other programs, so of its variables only those are refused that
 * lie where services have properties, or differ from one by two letters at most. What Kubernetes
 * says there of its Services is passed over. Values are not told: a secret may have been misspelt.
 */
final class UnknownProperties
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final ConfigurationPropertyName OURS = ConfigurationPropertyName.of("groundswell");
  private static final Pattern LINK_TO_SERVICE =
      Pattern.compile(".*\\.(service\\.(host|port(\\..+)?)|port(\\[\\d+]\\.(tcp|udp|sctp).*)?)");
  private static final int SLIP = 2;
  private static final int LIKENESS = 8;

  private final KnownProperties known = KnownProperties.read();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    List<String> unknown = unknown(context.getEnvironment());
    if (!unknown.isEmpty()) {
      throw new CannotStart(
          String.join(System.lineSeparator(), unknown),
          "Correct the name or remove it. docs/configuration.md lists all properties.");
    }
  }

  private List<String> unknown(ConfigurableEnvironment environment) {
    return StreamSupport.stream(ConfigurationPropertySources.get(environment).spliterator(), false)
        .flatMap(this::unknown)
        .distinct()
        .toList();
  }

  private Stream<String> unknown(ConfigurationPropertySource source) {
    return source instanceof IterableConfigurationPropertySource names
        ? names.stream()
            .filter(name -> OURS.isAncestorOf(name) && !known.contains(name))
            .map(names::getConfigurationProperty)
            .filter(property -> property != null && refused(property))
            .map(this::sentence)
        : Stream.empty();
  }

  private boolean refused(ConfigurationProperty property) {
    ConfigurationPropertyName name = property.getName();
    return !isVariable(property)
        || (known.inAnArea(name) && !LINK_TO_SERVICE.matcher(name.toString()).matches())
        || known.nearest(name, SLIP).isPresent();
  }

  private static boolean isVariable(ConfigurationProperty property) {
    Origin origin = property.getOrigin();
    return origin instanceof SystemEnvironmentOrigin
        || (origin instanceof PropertySourceOrigin of
            && of.getPropertySource()
                .getName()
                .startsWith(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME));
  }

  private String sentence(ConfigurationProperty property) {
    return "There is no property %s (%s)%s"
        .formatted(
            property.getName(),
            property.getOrigin(),
            known
                .nearest(property.getName(), LIKENESS)
                .map("; did you mean %s?"::formatted)
                .orElse("."));
  }
}

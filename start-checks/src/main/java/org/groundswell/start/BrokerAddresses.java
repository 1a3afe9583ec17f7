package org.groundswell.start;

import java.util.List;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Refuses addresses of Kafka that Kafka's clients could not read. */
final class BrokerAddresses
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  static final String PROPERTY = "spring.kafka.bootstrap-servers";

  private static final int LARGEST_PORT = 65_535;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    List<String> addresses =
        Binder.get(context.getEnvironment())
            .bind(PROPERTY, Bindable.listOf(String.class))
            .orElseGet(List::of);
    addresses.stream()
        .filter(address -> !isHostAndPort(address))
        .findFirst()
        .ifPresent(BrokerAddresses::refuse);
  }

  private static boolean isHostAndPort(String address) {
    try {
      String host = Utils.getHost(address);
      @Nullable Integer port = Utils.getPort(address);
      return host != null && !host.isEmpty() && port != null && port > 0 && port <= LARGEST_PORT;
    } catch (IllegalArgumentException _) {
      return false; // a port of too many digits
    }
  }

  private static void refuse(String address) {
    throw new InvalidConfigurationPropertyValueException(
        PROPERTY, address, "\"%s\" is not host:port.".formatted(address));
  }
}

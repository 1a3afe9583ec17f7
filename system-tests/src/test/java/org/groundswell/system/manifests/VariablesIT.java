package org.groundswell.system.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every variable sets a property that the service has, as its jar declares them. */
class VariablesIT {

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void everyVariableSetsAProperty(String overlay) {
    assertThat(Variables.breaches(Overlay.rendered(overlay))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "GROUNDSWELL_COLLECTOR_ID, GROUNDSWELL_COLLECTOR_NAME, collector",
    "GROUNDSWELL_COLLECTOR_AUTHORSECRET, GROUNDSWELL_COLLECTOR_SECRET, collector",
    "MANAGEMENT_SERVER_PORT, MANAGEMENT_PORT, dashboard",
    "SPRING_KAFKA_BOOTSTRAPSERVERS, SPRING_KAFKA_BOOTSTRAP, nlp-worker",
    "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM, SPRING_KAFKA_PROPERTIES_SASL_MECANISM, dashboard",
    "SPRING_KAFKA_STREAMS_PROPERTIES_NUM_STANDBY_REPLICAS, SPRING_KAFKA_STREAMS_PROPERTIES_STANDBYS, alert",
    "SPRING_SSL_BUNDLE_PEM_KAFKA_TRUSTSTORE_CERTIFICATE, SPRING_SSL_BUNDLE_PEM_KAFKA_TRUSTSTORE_CA, alert",
    "value: $(POD_NAME), value: alert-0, alert"
  })
  void aVariableThatSetsNothingIsReported(String right, String wrong, String service) {
    String breach = wrong.startsWith("value") ? "POD_NAME" : wrong;

    assertThat(Variables.breaches(Overlay.broken("production", right, wrong)))
        .contains(service + ": " + breach);
  }

  @ParameterizedTest
  @CsvSource({
    "KAFKA_LOG_DIRS, KAFKA_LOG_FOLDERS, kafka",
    "KAFKA_AUTO_CREATE_TOPICS_ENABLE, AUTO_CREATE_TOPICS_ENABLE, kafka",
    "name: READER_PASSWORD, name: DASHBOARD_PASSWORD, postgres"
  })
  void aVariableThatAServerDoesNotKnowIsReported(String right, String wrong, String server) {
    assertThat(Variables.breaches(Overlay.broken("local", right, wrong)))
        .contains(server + ": " + wrong.replace("name: ", ""));
  }
}

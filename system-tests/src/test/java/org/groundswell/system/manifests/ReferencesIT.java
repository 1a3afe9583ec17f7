package org.groundswell.system.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is referred to by name will be there, with the key that is asked of it. */
class ReferencesIT {

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void everyReferenceLeadsSomewhere(String overlay) {
    assertThat(References.breaches(Overlay.rendered(overlay))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "local | key: author-secret | key: secret | collector: Secret collector-secrets/secret",
        "local | name: postgres-owner | name: owner | alert: Secret owner/password",
        "local | serviceAccountName: alert | serviceAccountName: other | alert: ServiceAccount other",
        "local | 'mountPath: /tmp\n          name: tmp' | 'mountPath: /tmp\n          name: temp' | collector: volume temp",
        "demo | 'configMap:\n          name: sample' | 'configMap:\n          name: samples' | collector: ConfigMap samples",
        "production | name: kafka-user-alert | name: users | alert: Secret users/sasl.jaas.config",
        "production | secretName: groundswell-db-ca | secretName: db-ca | dashboard: Secret db-ca",
        "production | name: backup-store | name: store | groundswell-backups: Secret store/region",
        "production | barmanObjectName: groundswell-backups | barmanObjectName: backups | groundswell-db: ObjectStore backups",
        "production | 'name: keda-kafka\n    parameter' | 'name: keda\n    parameter' | nlp-worker-lag: ConfigMap keda/sasl"
      })
  void aReferenceThatLeadsNowhereIsReported(
      String overlay, String right, String wrong, String breach) {
    assertThat(References.breaches(Overlay.broken(overlay, right, wrong))).contains(breach);
  }

  @Test
  void everySecretIsRandomAndLongAndInTheNamespace() {
    assertThat(Held.createSecrets())
        .hasSize(6)
        .allMatch(secret -> secret.getMetadata().getNamespace().equals("groundswell"))
        .flatMap(secret -> secret.getStringData().entrySet())
        .filteredOn(entry -> !entry.getKey().equals("username"))
        .extracting(entry -> entry.getValue())
        .doesNotHaveDuplicates()
        .allMatch(value -> value.matches("[0-9a-f]{48}|[A-Za-z0-9+/]{43}="));
  }
}

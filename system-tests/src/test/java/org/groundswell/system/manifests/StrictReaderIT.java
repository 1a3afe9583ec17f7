package org.groundswell.system.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.Secret;
import org.groundswell.system.manifests.StrictReader.NotAsDeclared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every document is what its kind declares, and reading is strict enough to tell. */
class StrictReaderIT {

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void everyDocumentIsAsItsKindDeclares(String overlay) {
    assertThat(Overlay.rendered(overlay).objects()).hasSizeGreaterThan(30);
  }

  @ParameterizedTest
  @CsvSource({
    "local, enableServiceLinks: false, enableServiceLink: false",
    "local, allowPrivilegeEscalation: false, allowPrivilegesEscalation: false",
    "local, maxUnavailable: 1, maxUnavailible: 1",
    "local, averageUtilization: 80, averageUtilisation: 80",
    "production, kraftMetadata: shared, kraftMeta: shared",
    "production, patternType: prefix, patternTypes: prefix",
    "production, secretPrefix: kafka-user-, secretsPrefix: kafka-user-",
    "production, enableSuperuserAccess: false, superuserAccess: false",
    "production, pollingInterval: 15, pollInterval: 15",
    "production, retentionPolicy: 30d, retention: 30d",
    "production, backupOwnerReference: self, backupOwner: self"
  })
  void aFieldThatTheKindDoesNotHaveIsRefused(String overlay, String right, String wrong) {
    assertThatThrownBy(() -> Overlay.broken(overlay, right, wrong))
        .isInstanceOf(NotAsDeclared.class)
        .hasMessageContaining(wrong.substring(0, wrong.indexOf(':')));
  }

  @ParameterizedTest
  @CsvSource({
    "- Describe, - DescribeAll",
    "type: scram-sha-512, type: scram-sha-1024",
    "patternType: prefix, patternType: regex"
  })
  void aWordThatTheKindDoesNotKnowIsRefused(String right, String wrong) {
    assertThatThrownBy(() -> Overlay.broken("production", right, wrong))
        .isInstanceOf(NotAsDeclared.class);
  }

  @Test
  void anUnknownKindIsRefused() {
    assertThatThrownBy(() -> Overlay.broken("local", "kind: ServiceAccount", "kind: Account"))
        .isInstanceOf(NotAsDeclared.class)
        .hasMessage("Unknown kind v1/Account");
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void noSecretIsPartOfAnOverlay(String overlay) {
    assertThat(Overlay.rendered(overlay).all(Secret.class)).isEmpty();
  }
}

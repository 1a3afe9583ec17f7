package org.groundswell.system.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.common.acl.AclBinding;
import org.groundswell.system.security.Acls;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The rights that production gives to each Kafka user but a person's are the documented ones. That
 * those suffice, and that none of them is too many, {@code SecuredServersIT} finds out with the
 * real jars and a real broker.
 */
class RightsIT {

  @ParameterizedTest
  @ValueSource(strings = {"collector", "nlp-worker", "alert", "dashboard", "dead-letters", "keda"})
  void everyServiceHasTheDocumentedRightsAndNoOthers(String service) throws IOException {
    List<AclBinding> documented = Acls.read().of(service, false);

    assertThat(documented).isNotEmpty();
    assertThat(rightsOf(service)).containsExactlyInAnyOrderElementsOf(documented);
  }

  private static List<AclBinding> rightsOf(String user) {
    return Overlay.rendered("production").all(KafkaUser.class).stream()
        .filter(one -> one.getMetadata().getName().equals(user))
        .flatMap(Rights::of)
        .toList();
  }
}

package org.groundswell.system.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.strimzi.api.kafka.model.kafka.JbodStorage;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.KafkaAuthorizationSimple;
import io.strimzi.api.kafka.model.kafka.PersistentClaimStorage;
import io.strimzi.api.kafka.model.kafka.listener.KafkaListenerAuthenticationScramSha512;
import io.strimzi.api.kafka.model.nodepool.KafkaNodePool;
import io.strimzi.api.kafka.model.nodepool.ProcessRoles;
import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserScramSha512ClientAuthentication;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What only production has: copies, encryption, passwords, rights and backups. */
class ProductionIT {

  private static final List<String> SERVICES =
      List.of("collector", "nlp-worker", "alert", "dashboard");

  private static Overlay production;

  @BeforeAll
  static void render() {
    production = Overlay.rendered("production");
  }

  @Test
  void threeControllersAndThreeBrokersKeepTheirDataOnVolumes() {
    assertThat(production.all(KafkaNodePool.class))
        .allSatisfy(pool -> {
          assertThat(pool.getSpec().getReplicas()).isEqualTo(3);
          assertThat(((JbodStorage) pool.getSpec().getStorage()).getVolumes())
              .hasOnlyElementsOfType(PersistentClaimStorage.class);
        })
        .flatExtracting(pool -> pool.getSpec().getRoles())
        .containsExactlyInAnyOrder(ProcessRoles.CONTROLLER, ProcessRoles.BROKER);
  }

  @Test
  void everyRecordIsKeptThreeTimesAndAcknowledgedByTwo() {
    assertThat(production.all(Kafka.class))
        .singleElement()
        .satisfies(kafka ->
            assertThat(kafka.getSpec().getKafka().getConfig())
                .containsAllEntriesOf(
                    Map.of(
                        "default.replication.factor", 3,
                        "min.insync.replicas", 2,
                        "offsets.topic.replication.factor", 3,
                        "transaction.state.log.replication.factor", 3,
                        "transaction.state.log.min.isr", 2,
                        "auto.create.topics.enable", false)));
  }

  @Test
  void theOnlyWayIntoKafkaIsEncryptedAndAsksForAUserWithRights() {
    assertThat(production.all(Kafka.class))
        .singleElement()
        .satisfies(kafka -> {
          assertThat(kafka.getSpec().getKafka().getAuthorization())
              .isInstanceOf(KafkaAuthorizationSimple.class);
          assertThat(kafka.getSpec().getKafka().getListeners())
              .singleElement()
              .satisfies(listener -> {
                assertThat(listener.isTls()).isTrue();
                assertThat(listener.getAuth())
                    .isInstanceOf(KafkaListenerAuthenticationScramSha512.class);
                assertThat(listener.getNetworkPolicyPeers()).isNotEmpty();
              });
        });
    assertThat(production.all(KafkaUser.class))
        .allSatisfy(user ->
            assertThat(user.getSpec().getAuthentication())
                .isInstanceOf(KafkaUserScramSha512ClientAuthentication.class));
  }

  @Test
  void everyServiceSpeaksToKafkaEncryptedAndAsItself() {
    assertThat(SERVICES)
        .allSatisfy(service -> {
          assertThat(variables(service))
              .containsEntry("SPRING_KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
              .containsEntry("SPRING_KAFKA_SSL_BUNDLE", "kafka")
              .containsEntry("SPRING_KAFKA_PROPERTIES_SASL_MECHANISM", "SCRAM-SHA-512");
          assertThat(production.workload(service).pod().getContainers().getFirst().getEnv())
              .filteredOn(variable -> variable.getName().endsWith("SASL_JAAS_CONFIG"))
              .singleElement()
              .satisfies(login ->
                  assertThat(login.getValueFrom().getSecretKeyRef().getName())
                      .isEqualTo("kafka-user-" + service));
        });
  }

  @Test
  void noUserHasRightsOnTheClusterOrOnEverything() {
    assertThat(production.all(KafkaUser.class).stream().flatMap(Rights::of))
        .hasSizeGreaterThan(20)
        .allSatisfy(right -> {
          assertThat(right.pattern().name()).startsWith("groundswell");
          assertThat(right.pattern().resourceType()).isNotEqualTo(ResourceType.CLUSTER);
          assertThat(right.entry().operation())
              .isNotIn(AclOperation.ALL, AclOperation.ALTER, AclOperation.ALTER_CONFIGS);
        });
  }

  @Test
  void theDatabaseHasThreeInstancesAReaderAndBackups() {
    assertThat(production.all(CloudNativePg.Cluster.class))
        .singleElement()
        .satisfies(cluster -> {
          assertThat(cluster.spec().instances()).isEqualTo(3);
          assertThat(cluster.spec().enableSuperuserAccess()).isFalse();
          assertThat(cluster.spec().managed().roles())
              .extracting(CloudNativePg.Role::name)
              .containsExactly(variables("dashboard").get("SPRING_DATASOURCE_USERNAME"));
          assertThat(cluster.spec().plugins()).anyMatch(CloudNativePg.Plugin::isWALArchiver);
        });
    assertThat(production.all(CloudNativePg.ScheduledBackup.class)).hasSize(1);
  }

  @Test
  void theDatabaseIsSpokenToEncryptedAndItsNameIsVerified() {
    assertThat(List.of("alert", "dashboard"))
        .allSatisfy(service ->
            assertThat(variables(service).get("SPRING_DATASOURCE_URL"))
                .contains("sslmode=verify-full", "sslrootcert=/etc/groundswell/postgres/ca.crt"));
  }

  @Test
  void aSecondAlertServiceStandsByWithACopyOfTheState() {
    assertThat(production.all(StatefulSet.class))
        .singleElement()
        .satisfies(alert -> assertThat(alert.getSpec().getReplicas()).isEqualTo(2));
    assertThat(variables("alert"))
        .containsEntry("SPRING_KAFKA_STREAMS_PROPERTIES_NUM_STANDBY_REPLICAS", "1");
  }

  private static Map<String, String> variables(String service) {
    return production.workload(service).pod().getContainers().getFirst().getEnvFrom().stream()
        .flatMap(from -> production.configMap(from.getConfigMapRef().getName()).stream())
        .map(ConfigMap::getData)
        .findFirst()
        .orElseThrow();
  }
}

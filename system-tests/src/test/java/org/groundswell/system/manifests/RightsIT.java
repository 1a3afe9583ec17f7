package org.groundswell.system.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.strimzi.api.kafka.model.topic.KafkaTopic;
import io.strimzi.api.kafka.model.user.KafkaUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.groundswell.servers.EmbeddedKafka;
import org.groundswell.servers.EmbeddedPostgres;
import org.groundswell.servers.FreePorts;
import org.groundswell.system.manifests.RecordingAuthorizer.Request;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rights that production gives suffice, and none is too many. The real jars run with the
 * variables of the production overlay against a real broker that has the overlay's users, with
 * their passwords and rights, and its topics. Only what names a place is another: addresses, files,
 * and encryption, which is tried elsewhere.
 */
class RightsIT {

  private static final Duration LIMIT = Duration.ofMinutes(4);
  private static final String PASSWORD = "only-for-this-one-test";
  private static final int POSTS = 40;

  @TempDir private static Path folder;

  private static final List<AutoCloseable> OPEN = new ArrayList<>();
  private static final Map<String, RunningService> SERVICES = new HashMap<>();

  private static Overlay production;
  private static Admin admin;
  private static String clients;

  @BeforeAll
  static void runEverything() throws Exception {
    production = Overlay.rendered("production");
    EmbeddedKafka kafka = kafka();
    admin = opened(Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers())));
    makeTopicsAndUsers();
    EmbeddedPostgres postgres = opened(EmbeddedPostgres.start(folder.resolve("postgres"), 0));
    for (String service : List.of("collector", "nlp-worker", "alert", "dashboard")) {
      SERVICES.put(
          service,
          opened(RunningService.start(service + "-service", variables(service, postgres))));
    }
    writeWhatNobodyCanRead(kafka);
  }

  @AfterAll
  static void stopEverything() throws Exception {
    for (AutoCloseable one : OPEN.reversed()) {
      one.close();
    }
  }

  @Test
  void everyServiceWorksWithItsRightsAndIsDeniedNothing() {
    SERVICES.forEach((name, service) ->
        await(name)
            .atMost(LIMIT)
            .untilAsserted(() -> assertThat(service.ready()).as(service::output).isTrue()));
    await().atMost(LIMIT).until(() -> used("alert", AclOperation.WRITE, "groundswell.alerts"));
    await()
        .atMost(LIMIT)
        .untilAsserted(() -> assertThat(unused()).as("rights that nobody used").isEmpty());

    assertThat(RecordingAuthorizer.DENIED)
        .filteredOn(request -> SERVICES.containsKey(request.user()))
        .isEmpty();
  }

  @Test
  void whatIsNoRightOfAUserIsDenied() {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            clients,
            "enable.idempotence",
            false,
            "security.protocol",
            "SASL_PLAINTEXT",
            "sasl.mechanism",
            "SCRAM-SHA-512",
            "sasl.jaas.config",
            login("keda"));
    var bytes = new ByteArraySerializer();

    try (var producer = new KafkaProducer<>(config, bytes, bytes)) {
      assertThatThrownBy(
              () -> producer.send(new ProducerRecord<>("groundswell.posts", new byte[1])).get())
          .hasRootCauseInstanceOf(TopicAuthorizationException.class);
    }

    assertThat(RecordingAuthorizer.DENIED)
        .contains(new Request("keda", AclOperation.WRITE, ResourceType.TOPIC, "groundswell.posts"));
  }

  @Test
  void theAlertServiceIsAStaticMember() {
    await()
        .atMost(LIMIT)
        .untilAsserted(() ->
            assertThat(members("groundswell-alerts"))
                .extracting(MemberDescription::groupInstanceId)
                .allSatisfy(id -> assertThat(id).hasValue("alert-0-1")));
  }

  private static EmbeddedKafka kafka() throws IOException {
    int own = FreePorts.next();
    int guarded = FreePorts.next();
    int controller = FreePorts.next();
    clients = "127.0.0.1:" + guarded;
    String listeners = "PLAINTEXT://127.0.0.1:%d,CLIENTS://127.0.0.1:%d".formatted(own, guarded);
    return opened(
        EmbeddedKafka.start(
            folder.resolve("kafka"),
            own,
            Map.of(
                "listeners",
                listeners + ",CONTROLLER://127.0.0.1:" + controller,
                "advertised.listeners",
                listeners,
                "controller.quorum.voters",
                "1@127.0.0.1:" + controller,
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,CLIENTS:SASL_PLAINTEXT",
                "listener.name.clients.sasl.enabled.mechanisms",
                "SCRAM-SHA-512",
                "listener.name.clients.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "authorizer.class.name",
                RecordingAuthorizer.class.getName(),
                "super.users",
                "User:ANONYMOUS")));
  }

  private static void makeTopicsAndUsers() throws Exception {
    List<NewTopic> topics =
        production.all(KafkaTopic.class).stream().map(RightsIT::withFewPartitions).toList();
    admin.createTopics(topics).all().get();
    List<KafkaUser> users = production.all(KafkaUser.class);
    admin.createAcls(users.stream().flatMap(Rights::of).toList()).all().get();
    List<UserScramCredentialAlteration> passwords = new ArrayList<>();
    for (KafkaUser user : users) {
      passwords.add(
          new UserScramCredentialUpsertion(
              user.getMetadata().getName(),
              new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096),
              PASSWORD));
    }
    admin.alterUserScramCredentials(passwords).all().get();
  }

  /** Rights do not depend on numbers, and every partition takes its time on one broker. */
  private static NewTopic withFewPartitions(KafkaTopic topic) {
    var settings = new HashMap<String, String>();
    topic.getSpec().getConfig().forEach((name, value) -> settings.put(name, value.toString()));
    int partitions = Math.min(2, topic.getSpec().getPartitions());
    return new NewTopic(topic.getMetadata().getName(), partitions, (short) 1).configs(settings);
  }

  private static Map<String, String> variables(String service, EmbeddedPostgres postgres)
      throws IOException {
    var variables = new HashMap<String, String>();
    var container = production.workload(service).pod().getContainers().getFirst();
    container.getEnvFrom().stream()
        .flatMap(from -> production.configMap(from.getConfigMapRef().getName()).stream())
        .forEach(map -> variables.putAll(map.getData()));
    for (EnvVar variable : container.getEnv()) {
      variables.put(variable.getName(), value(variable, service));
    }
    variables.keySet().removeIf(name -> name.contains("_SSL_"));
    variables.putAll(ofThisMachine(postgres));
    if (service.equals("collector")) {
      variables.putAll(ofAReplay());
    }
    return variables;
  }

  private static String value(EnvVar variable, String service) {
    return switch (variable.getName()) {
      case "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG" -> login(service);
      case String _ when variable.getValue() != null ->
          variable.getValue().replace("$(POD_NAME)", service + "-0");
      default -> PASSWORD;
    };
  }

  private static String login(String user) {
    return "org.apache.kafka.common.security.scram.ScramLoginModule required"
        + " username=\"%s\" password=\"%s\";".formatted(user, PASSWORD);
  }

  private static Map<String, String> ofThisMachine(EmbeddedPostgres postgres) {
    return Map.of(
        "SPRING_KAFKA_BOOTSTRAPSERVERS",
        clients,
        "SPRING_KAFKA_SECURITY_PROTOCOL",
        "SASL_PLAINTEXT",
        "SPRING_DATASOURCE_URL",
        postgres.jdbcUrl("postgres"),
        "SPRING_DATASOURCE_USERNAME",
        postgres.superuser(),
        "SPRING_KAFKA_STREAMS_STATEDIR",
        folder.resolve("streams").toString(),
        // What was read of an internal topic is deleted at once, not after half a minute.
        "SPRING_KAFKA_STREAMS_PROPERTIES_REPARTITION_PURGE_INTERVAL_MS",
        "1000");
  }

  /** Many people in one place, and a line that is none. */
  private static Map<String, String> ofAReplay() throws IOException {
    Stream<String> posts =
        IntStream.range(0, POSTS)
            .mapToObj(i ->
                """
                {"id":"%d","created_at":"2026-06-03T14:%02d:11Z","lang":"en","author":"author-%d",\
                "text":"Riot police are firing tear gas at the protest march in Caracas right now"}\
                """
                    .formatted(i, i / 4, i));
    Stream<String> later =
        Stream.of(
            "no post",
            """
            {"id":"last","created_at":"2026-06-03T18:00:00Z","lang":"en","author":"a","text":"Good night"}\
            """);
    Path file = folder.resolve("posts.ndjson");
    Files.write(file, Stream.concat(posts, later).toList());
    return Map.of(
        "GROUNDSWELL_COLLECTOR_REPLAY_FILE", file.toString(),
        "GROUNDSWELL_COLLECTOR_REPLAY_SPEED", "max",
        "GROUNDSWELL_COLLECTOR_BLUESKY_ENABLED", "false");
  }

  /** For every topic that is read with a dead-letter topic beside it. */
  private static void writeWhatNobodyCanRead(EmbeddedKafka kafka) throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", kafka.bootstrapServers());
    var bytes = new ByteArraySerializer();
    try (var producer = new KafkaProducer<>(config, bytes, bytes)) {
      for (String topic : List.of("posts", "signals", "deletions", "alerts")) {
        byte[] nonsense = "nonsense".getBytes(UTF_8);
        producer.send(new ProducerRecord<>("groundswell." + topic, nonsense, nonsense)).get();
      }
    }
  }

  /** Rights of which no use was seen, but for those that need Bluesky, a deletion or KEDA. */
  private static Set<String> unused() {
    return Set.copyOf(
        production.all(KafkaUser.class).stream()
            .flatMap(Rights::of)
            .filter(
                right -> RecordingAuthorizer.ALLOWED.stream().noneMatch(use -> uses(right, use)))
            .map(right ->
                right.entry().principal()
                    + " "
                    + right.entry().operation()
                    + " "
                    + right.pattern().name())
            .filter(right -> !right.startsWith("User:keda "))
            .filter(right -> !right.endsWith("groundswell.source-cursors"))
            .filter(right -> !right.equals("User:collector WRITE groundswell.deletions"))
            .toList());
  }

  private static boolean uses(AclBinding right, Request use) {
    var pattern = right.pattern();
    return right.entry().principal().equals("User:" + use.user())
        && right.entry().operation() == use.operation()
        && pattern.resourceType() == use.type()
        && (pattern.patternType() == PatternType.PREFIXED
            ? use.name().startsWith(pattern.name())
            : use.name().equals(pattern.name()));
  }

  private static boolean used(String user, AclOperation operation, String name) {
    return RecordingAuthorizer.ALLOWED.stream()
        .anyMatch(use ->
            use.user().equals(user) && use.operation() == operation && use.name().equals(name));
  }

  private static List<MemberDescription> members(String group) throws Exception {
    return List.copyOf(
        admin.describeConsumerGroups(List.of(group)).all().get().get(group).members());
  }

  private static <T extends AutoCloseable> T opened(T one) {
    OPEN.add(one);
    return one;
  }
}

package org.groundswell.system.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.management.ObjectName;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.groundswell.system.configuration.ServiceJar;
import org.groundswell.system.configuration.ServiceRun;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * The four jars against a broker with passwords, certificates and ACLs, and a database with TLS, in
 * the way that docs/security.md tells. One week of posts is not needed: a file with one large riot
 * becomes an alert in the dashboard's answer when every step was let through.
 */
class SecuredServersIT {

  /** For a busy machine; an idle one takes seconds. */
  private static final Duration SOON = Duration.ofMinutes(4);

  private static final Duration WHOLE_WAY = Duration.ofMinutes(5);
  private static final int AUTHORS = 300;
  private static final String KEY = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE="; // of 32 bytes
  private static final List<String> WHAT =
      List.of(
          "Riot police are firing tear gas at the march",
          "Protesters throw stones and set barricades on fire",
          "Violent clashes between demonstrators and police",
          "Rioters are looting shops and burning cars",
          "Police beat protesters and shoot rubber bullets",
          "Angry crowds attack the police with petrol bombs",
          "Street battles tonight, masked rioters against police");
  private static final List<String> WHERE =
      List.of(
          "near the harbour",
          "outside our house",
          "by the old town hall",
          "along the main avenue",
          "behind the university",
          "around the bus station",
          "up on the hill");
  private static final List<String> MORE =
      List.of(
          "stay inside everybody",
          "my sister saw two people bleeding",
          "sirens have not stopped for an hour",
          "nobody knows where this is going",
          "we can hardly breathe",
          "helicopters circle above us",
          "please send ambulances");
  private static final String COMMANDS = "groundswell.alert-commands";

  private static final List<ServiceRun> RUNNING = new ArrayList<>();
  private static SecuredServers servers;
  private static Acls acls;
  private static ServiceRun dashboard;
  private static String acknowledged;
  private static List<String> refusals;

  @BeforeAll
  static void startEverythingWithTheDocumentedPermissions() throws Exception {
    servers = SecuredServers.start();
    acls = Acls.read();
    servers.createTopics();
    for (ServiceJar jar : ServiceJar.ALL) {
      servers.allow(acls.of(jar.service(), false));
    }
    RecordingAuthorizer.forget();
    start("nlp-worker-service", Map.of());
    subscribeInVain(start("alert-service", Map.of("GROUNDSWELL_ALERTS_NOTIFICATION_KEY", KEY)));
    dashboard = start("dashboard-service", Map.of());
    await().atMost(WHOLE_WAY).until(() -> dashboard.isUp("readiness"));
    start("collector-service", replay());
    await().atMost(WHOLE_WAY).until(() -> alerts().contains("\"Valparaíso\""));
    acknowledged = acknowledgeTheFirst();
    commandWhatNobodyCanDo();
    sendWhatNobodyCanRead();
    refusals = awaitDeadCommands(2);
  }

  @AfterAll
  static void stop() throws IOException {
    RUNNING.reversed().forEach(ServiceRun::close);
    if (servers != null) {
      servers.close();
    }
  }

  @Test
  void givesEveryServiceWhatItNeeds() {
    assertThat(RecordingAuthorizer.asked())
        .filteredOn(
            asked -> !asked.allowed() && !asked.principal().endsWith(SecuredServers.STRANGER))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nlp-worker-service", "alert-service", "dashboard-service"})
  void givesNoServiceMoreThanItNeeds(String service) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(unused(service)).isEmpty());
  }

  @Test
  void letsWhatPeopleSayThroughToTheAlert() {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(dashboard.get("/api/v1/alerts/" + acknowledged).body())
                .contains("\"by\":\"the night desk\""));
  }

  @Test
  void keepsWhatPeopleSayThatLeadsNowhere() {
    assertThat(refusals).containsExactlyInAnyOrder("UNREADABLE", "UNKNOWN_ALERT");
  }

  @Test
  void givesTheCollectorNoMoreThanItNeeds() throws Exception {
    useWhatOnlyOtherSourcesUse();
    start("collector-service", replay()); // the first one found no clock to read

    await().atMost(SOON).untilAsserted(() -> assertThat(unused("collector-service")).isEmpty());
  }

  @Test
  void encryptsEveryConnectionToTheDatabase() throws Exception {
    assertThat(
            servers.query(
                """
                select distinct usename || ' ' || coalesce(version, 'none')
                from pg_stat_activity join pg_stat_ssl using (pid)
                where usename like 'groundswell%' order by 1
                """))
        .containsExactly("groundswell TLSv1.3", "groundswell_reader TLSv1.3");
  }

  @Test
  void encryptsEveryConnectionToKafka() throws Exception {
    var beans =
        ManagementFactory.getPlatformMBeanServer()
            .queryNames(new ObjectName("kafka.server:type=socket-server-metrics,cipher=*,*"), null);

    assertThat(beans.stream().map(bean -> bean.getKeyProperty("protocol")).distinct())
        .containsExactly("TLSv1.3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"collector-service", "nlp-worker-service", "alert-service", "dashboard-service"})
  void endsWhenKafkaRefusesThePassword(String service) throws InterruptedException {
    var variables =
        ServiceRun.with(
            servers.variables(service),
            "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG",
            SecuredServers.jaas(Acls.user(service), "a wrong word"));

    try (var run = ServiceRun.start(service, variables)) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(1);
      assertThat(run.lastParagraph())
          .contains("Kafka at localhost:")
          .contains("refuses this service: Authentication failed")
          .contains("spring.kafka.properties.sasl.jaas.config");
      assertThat(run.log()).doesNotContain("a wrong word");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"collector-service", "nlp-worker-service", "alert-service", "dashboard-service"})
  void endsWhenKafkasAuthorityIsUnknown(String service) throws Exception {
    var variables =
        ServiceRun.with(
            servers.variables(service),
            "SPRING_SSL_BUNDLE_PEM_KAFKA_TRUSTSTORE_CERTIFICATE",
            "file:" + servers.certificateOfAnother());

    try (var run = ServiceRun.start(service, variables)) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(1);
      assertThat(run.lastParagraph())
          .contains("TLS connection to Kafka")
          .contains("certification path");
    }
  }

  @Test
  void endsWhenKafkaHasAnotherName() throws Exception {
    var variables =
        ServiceRun.with(
            servers.variables("nlp-worker-service"),
            "SPRING_KAFKA_BOOTSTRAPSERVERS",
            servers.kafkaByAddress());

    try (var run = ServiceRun.start("nlp-worker-service", variables)) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(1);
      assertThat(run.lastParagraph()).contains("TLS connection to Kafka").contains("127.0.0.1");
    }
  }

  @Test
  void endsWhenItSpeaksPlainTextToKafka() throws Exception {
    var variables =
        ServiceRun.with(
            servers.variables("nlp-worker-service"), "SPRING_KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");

    try (var run = ServiceRun.start("nlp-worker-service", variables)) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(1);
      assertThat(run.lastParagraph())
          .contains("Kafka does not answer at localhost:")
          .contains("spring.kafka.security.protocol");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"alert-service", "dashboard-service"})
  void endsWhenTheDatabaseRefusesThePassword(String service) throws Exception {
    var variables =
        ServiceRun.with(servers.variables(service), "SPRING_DATASOURCE_PASSWORD", "a wrong word");

    try (var run = ServiceRun.start(service, variables)) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(1);
      assertThat(run.lastParagraph())
          .contains("jdbc:postgresql://localhost:")
          .contains("password authentication failed for user \"groundswell")
          .contains("spring.datasource.password");
      assertThat(run.log()).doesNotContain("a wrong word");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "alert-service, localhost, sslmode=disable, no encryption",
    "alert-service, 127.0.0.1, sslmode=verify-full, hostname",
    "dashboard-service, localhost, sslmode=disable, no encryption",
    "dashboard-service, 127.0.0.1, sslmode=verify-full, hostname"
  })
  void endsWhenTheDatabaseCannotBeTrusted(String service, String host, String mode, String said)
      throws Exception {
    var variables =
        ServiceRun.with(
            servers.variables(service), "SPRING_DATASOURCE_URL", servers.databaseAt(host, mode));

    try (var run = ServiceRun.start(service, variables)) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(1);
      assertThat(run.lastParagraph()).containsIgnoringCase(said);
    }
  }

  @Test
  void endsWhenTheDatabasesAuthorityIsUnknown() throws Exception {
    String url = servers.variables("alert-service").get("SPRING_DATASOURCE_URL");
    var variables =
        ServiceRun.with(
            servers.variables("alert-service"),
            "SPRING_DATASOURCE_URL",
            url.replaceAll("sslrootcert=.*", "sslrootcert=" + servers.certificateOfAnother()));

    try (var run = ServiceRun.start("alert-service", variables)) {
      assertThat(run.awaitEnd(SOON)).isEqualTo(1);
      assertThat(run.lastParagraph()).contains("certification path").contains("sslrootcert");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "collector-service, groundswell.sources.dlt",
    "nlp-worker-service, groundswell.posts.dlt",
    "alert-service, groundswell.alerts.dlt",
    "alert-service, groundswell.alert-commands.dlt"
  })
  void letsAServiceCreateItsTopicsWhereThatIsWanted(String service, String topic) throws Exception {
    servers.allow(acls.of(service, true));
    var variables =
        ServiceRun.with(
            servers.variables(service),
            "SPRING_KAFKA_ADMIN_AUTOCREATE",
            "true",
            "SPRING_KAFKA_STREAMS_STATEDIR",
            servers.folder().resolve("another-instance").toString());
    try (var admin = servers.admin()) {
      admin.deleteTopics(List.of(topic)).all().get();

      try (var _ = ServiceRun.start(service, variables)) {
        await().atMost(SOON).until(() -> admin.listTopics().names().get().contains(topic));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"collector-service", "nlp-worker-service", "alert-service", "dashboard-service"})
  void saysWhatAServiceWithoutPermissionsIsRefused(String service) throws IOException {
    var variables = new TreeMap<>(servers.variables(service, SecuredServers.STRANGER));
    variables.putAll(replay());

    try (var run = ServiceRun.start(service, variables)) {
      await()
          .atMost(SOON)
          .until(() -> run.log().matches("(?is).*(not authorized|authorization failed).*"));
    }
  }

  @Test
  void takesAWorkerWithACertificateInPlaceOfAPassword() throws Exception {
    servers.allow(
        acls.of("nlp-worker-service", false).stream()
            .map(acl -> Acls.as("User:CN=nlp-worker", acl))
            .toList());

    try (var run = ServiceRun.start("nlp-worker-service", servers.variablesWithCertificate())) {
      await().atMost(WHOLE_WAY).until(() -> run.isUp("readiness"));
      AclBinding group =
          acls.of("nlp-worker-service", false).stream()
              .filter(it -> it.pattern().name().equals("groundswell-nlp"))
              .findFirst()
              .orElseThrow();
      await()
          .atMost(SOON)
          .until(() ->
              RecordingAuthorizer.asked().stream()
                  .anyMatch(it -> it.uses(Acls.as("User:CN=nlp-worker", group))));
    }
  }

  /** A receiver on this machine is refused, and what it was to be sent becomes a dead letter. */
  private static void subscribeInVain(ServiceRun alerts) throws Exception {
    await().atMost(WHOLE_WAY).until(() -> alerts.isUp("liveness"));
    var answer =
        alerts.post(
            "/api/v1/subscriptions",
            """
            {"name": "in vain", "channel": {"type": "SLACK", "url": "https://localhost/"}}
            """);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
  }

  private static List<AclBinding> unused(String service) {
    return acls.of(service, false).stream()
        .filter(acl -> RecordingAuthorizer.asked().stream().noneMatch(it -> it.uses(acl)))
        .toList();
  }

  private static ServiceRun start(String service, Map<String, String> more) {
    var variables = new TreeMap<>(servers.variables(service));
    variables.putAll(more);
    var run = ServiceRun.start(service, variables);
    RUNNING.add(run);
    return run;
  }

  private static String alerts() throws Exception {
    return dashboard.get("/api/v1/alerts").body();
  }

  private static Map<String, String> replay() throws IOException {
    return Map.of(
        "GROUNDSWELL_COLLECTOR_REPLAY_FILE",
        riot().toString(),
        "GROUNDSWELL_COLLECTOR_REPLAY_SPEED",
        "max");
  }

  /** Posts of many authors within two minutes, followed by one an hour later. */
  private static Path riot() throws IOException {
    Instant start = Instant.parse("2026-06-03T14:00:00Z");
    String posts =
        IntStream.range(0, AUTHORS)
            .mapToObj(i -> post(i, start.plusMillis(i * 400L)))
            .collect(Collectors.joining());
    Path file = servers.folder().resolve("riot.ndjson");
    return Files.writeString(file, posts + post(AUTHORS, start.plus(Duration.ofHours(1))));
  }

  /** Each in other words: who only repeats somebody's is not counted. */
  private static String post(int number, Instant created) {
    return """
    {"id":"%d","created_at":"%s","author":"author %d","lang":"en","text":"%s in Valparaíso %s, %s"}
    """
        .formatted(
            number,
            created,
            number,
            WHAT.get(number % WHAT.size()),
            WHERE.get(number / WHAT.size() % WHERE.size()),
            MORE.get(number / WHAT.size() / WHERE.size() % MORE.size()));
  }

  /** What people say goes through Kafka, too. */
  private static String acknowledgeTheFirst() throws Exception {
    String id = new JsonMapper().readTree(alerts()).at("/alerts/0/id").asString();
    var answer =
        dashboard.post("/api/v1/alerts/" + id + "/acknowledgement", "{\"by\": \"the night desk\"}");
    assertThat(answer.statusCode()).isEqualTo(202);
    return id;
  }

  /** The dashboard writes no command about an alert that it does not know. */
  private static void commandWhatNobodyCanDo() throws Exception {
    String alert = "0".repeat(32);
    String command =
        """
        {"id":"test","kind":"ACKNOWLEDGE","alert":"%s","country":"CL","at":"2026-06-03T15:00:00Z"}
        """
            .formatted(alert);
    try (var producer = producer("admin")) {
      producer.send(new ProducerRecord<>(COMMANDS, alert, command)).get();
    }
  }

  /** Returns the reasons of the first dead letters of commands. */
  private static List<String> awaitDeadCommands(int count) throws Exception {
    List<String> reasons = new ArrayList<>();
    try (var admin = servers.admin();
        var consumer = consumer("admin")) {
      String topic = COMMANDS + ".dlt";
      consumer.assign(
          admin
              .describeTopics(List.of(topic))
              .allTopicNames()
              .get()
              .get(topic)
              .partitions()
              .stream()
              .map(partition -> new TopicPartition(topic, partition.partition()))
              .toList());
      consumer.seekToBeginning(consumer.assignment());
      await()
          .atMost(SOON)
          .until(() -> {
            consumer.poll(Duration.ofMillis(500)).forEach(it -> reasons.add(reason(it)));
            return reasons.size() >= count;
          });
    }
    return reasons;
  }

  private static String reason(ConsumerRecord<String, String> letter) {
    return new String(letter.headers().lastHeader("reason").value(), StandardCharsets.UTF_8);
  }

  /** What becomes a dead letter of each service that writes some. */
  private static void sendWhatNobodyCanRead() throws Exception {
    try (var producer = producer("admin")) {
      for (String topic : List.of("posts", "signals", "deletions", "alerts", "alert-commands")) {
        producer.send(new ProducerRecord<>("groundswell." + topic, "test", "no JSON")).get();
      }
    }
  }

  /** Reads and writes cursors, as the Bluesky source does, and a deletion and a dead letter. */
  private static void useWhatOnlyOtherSourcesUse() throws Exception {
    try (var producer = producer("collector")) {
      for (String topic : List.of("source-cursors", "deletions", "sources.dlt")) {
        producer.send(new ProducerRecord<>("groundswell." + topic, "test", "{}")).get();
      }
    }
    try (var consumer = consumer("collector")) {
      consumer.assign(List.of(new TopicPartition("groundswell.source-cursors", 0)));
      consumer.seekToBeginning(consumer.assignment());
      consumer.poll(Duration.ofSeconds(5));
    }
  }

  private static KafkaProducer<String, String> producer(String user) {
    return new KafkaProducer<>(
        servers.clientSettings(user), new StringSerializer(), new StringSerializer());
  }

  private static KafkaConsumer<String, String> consumer(String user) {
    return new KafkaConsumer<>(
        servers.clientSettings(user), new StringDeserializer(), new StringDeserializer());
  }
}

package org.groundswell.alerts.stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.test.TestRecord;
import org.groundswell.alerts.Defaults;
import org.groundswell.alerts.Sent;
import org.groundswell.alerts.command.Command;
import org.groundswell.alerts.detection.Candidate;
import org.groundswell.alerts.evidence.Deletion;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.signals.Signal;
import org.groundswell.alerts.signals.SignalCounts;
import org.groundswell.alerts.signals.SignalRecord;
import org.groundswell.alerts.signals.Watermark;
import org.groundswell.alerts.topics.Topics;
import org.groundswell.alerts.trace.Traces;
import org.groundswell.alerts.wire.JsonSerde;

/** The topology on a bench: what one partition of each topic brings, and what comes of it. */
final class Laboratory implements AutoCloseable {

  static final Instant START = Instant.parse("2026-06-01T00:00:00Z");

  private static final String CANDIDATES = "laboratory-candidates-repartition";
  private static final JsonSerde<SignalRecord> SIGNAL = JsonSerde.of(SignalRecord.class);
  private static final JsonSerde<Deletion> DELETION = JsonSerde.of(Deletion.class);
  private static final JsonSerde<Command> COMMAND = JsonSerde.of(Command.class);
  private static final JsonSerde<Candidate> CANDIDATE = JsonSerde.of(Candidate.class);
  private static final JsonSerde<Alert> ALERT = JsonSerde.of(Alert.class);

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, byte[]> signals;
  private final TestInputTopic<String, byte[]> deletions;
  private final TestInputTopic<String, byte[]> commands;
  private final TestInputTopic<String, byte[]> candidatesIn;
  private final TestOutputTopic<String, byte[]> candidatesOut;
  private final TestOutputTopic<String, byte[]> alerts;
  private final TestOutputTopic<byte[], byte[]> deadLetters;
  private final TestOutputTopic<byte[], byte[]> refusedCommands;
  private final List<Alert> history = new ArrayList<>();

  /**
   * @param partitions how many partitions of signals the topology believes in
   */
  Laboratory(int partitions) {
    this(partitions, OpenTelemetry.noop().getTracer("tests"));
  }

  /**
   * @param tracer makes the spans
   */
  Laboratory(int partitions, Tracer tracer) {
    Topics topics = Defaults.TOPICS;
    var instruments = Instruments.of(meters, new Traces(tracer));
    var topology = new AlertTopology(topics, Defaults.DETECTION, Defaults.INCIDENT, instruments);
    Properties config = config(instruments.signals(), topics);
    var built = topology.build(partitions, config, Stores::inMemoryKeyValueStore);
    driver = new TopologyTestDriver(built, config, START);
    signals = input(topics.signals());
    deletions = input(topics.deletions());
    commands = input(topics.alertCommands());
    candidatesIn = input(CANDIDATES);
    candidatesOut =
        driver.createOutputTopic(CANDIDATES, new StringDeserializer(), new ByteArrayDeserializer());
    alerts =
        driver.createOutputTopic(
            topics.alerts(), new StringDeserializer(), new ByteArrayDeserializer());
    deadLetters = output(Topics.deadLettersOf(topics.signals()));
    refusedCommands = output(Topics.deadLettersOf(topics.alertCommands()));
  }

  private TestOutputTopic<byte[], byte[]> output(String topic) {
    return driver.createOutputTopic(
        topic, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  static Properties config(SignalCounts counts, Topics topics) {
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "laboratory");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    config.put(StreamsConfig.STATE_DIR_CONFIG, temporaryDirectory().toString());
    config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
    config.put(DeadLetters.COUNTS, counts);
    config.put(DeadLetters.TOPICS, topics);
    return config;
  }

  void send(List<? extends SignalRecord> records) {
    records.forEach(this::send);
  }

  void send(SignalRecord message) {
    send(message, new RecordHeaders());
  }

  void send(SignalRecord message, Headers headers) {
    String key =
        switch (message) {
          case Signal signal -> Sent.key(signal);
          case Watermark _ -> "watermark";
        };
    signals.pipeInput(new TestRecord<>(key, SIGNAL.write(message), headers, START));
  }

  /** The records of the topic of alerts since the last call, as they are. */
  List<TestRecord<String, byte[]>> rawAlerts() {
    return alerts.readRecordsToList();
  }

  void sendRaw(byte[] value) {
    signals.pipeInput("raw", value, START);
  }

  /** One collector with one partition of posts has come so far; everything due is judged. */
  void clock(Instant time) {
    send(new Watermark("collector", 0, 1, time, START));
    work();
  }

  /** The same, and one portion of what is due is judged. */
  void clockOnce(Instant time) {
    send(new Watermark("collector", 0, 1, time, START));
    tick();
  }

  void delete(Deletion deletion) {
    deletions.pipeInput(deletion.named(), DELETION.write(deletion), START);
  }

  void command(Command command) {
    commands.pipeInput(command.alert(), COMMAND.write(command), START);
  }

  List<TestRecord<byte[], byte[]>> refusedCommands() {
    return refusedCommands.readRecordsToList();
  }

  void candidate(String key, Candidate candidate) {
    candidatesIn.pipeInput(key, CANDIDATE.write(candidate), START);
  }

  /** What detection has said since the last call. */
  List<TestRecord<String, Candidate>> candidates() {
    return candidatesOut.readRecordsToList().stream()
        .map(found -> new TestRecord<>(found.key(), CANDIDATE.read(found.value())))
        .toList();
  }

  /** Lets both stages do one portion. */
  void tick() {
    driver.advanceWallClockTime(Duration.ofMillis(10));
  }

  /** Lets both stages do all that they can. */
  void work() {
    for (int i = 0; i < 50; i++) {
      tick();
    }
  }

  /** Every alert published so far, in order. */
  List<Alert> history() {
    alerts.readRecordsToList().forEach(found -> history.add(ALERT.read(found.value())));
    return history;
  }

  List<TestRecord<byte[], byte[]>> deadLetters() {
    return deadLetters.readRecordsToList();
  }

  /** Everything that detection remembers of places and their posts, as text. */
  String memory() {
    var memory = new StringBuilder();
    for (String store : List.of("pending", "places", "place-evidence", "place-due")) {
      KeyValueStore<Bytes, byte[]> entries = driver.getKeyValueStore(store);
      try (var all = entries.all()) {
        all.forEachRemaining(entry ->
            memory
                .append(new String(entry.key.get(), StandardCharsets.UTF_8))
                .append(new String(entry.value, StandardCharsets.UTF_8)));
      }
    }
    return memory.toString();
  }

  /** Bytes of keys and values in each state store. */
  Map<String, Long> sizes() {
    var sizes = new TreeMap<String, Long>();
    driver
        .getAllStateStores()
        .forEach((name, _) -> {
          KeyValueStore<Bytes, byte[]> entries = driver.getKeyValueStore(name);
          try (var all = entries.all()) {
            all.forEachRemaining(entry ->
                sizes.merge(name, (long) entry.key.get().length + entry.value.length, Long::sum));
          }
        });
    return sizes;
  }

  MeterRegistry meters() {
    return meters;
  }

  /** How many revisions of a status were published, whatever their severity. */
  double published(String status) {
    return meters.get("groundswell.alerts.published").tag("status", status).counters().stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  double count(String name) {
    return meters.counter("groundswell.signals." + name).count();
  }

  @Override
  public void close() {
    driver.close();
  }

  private TestInputTopic<String, byte[]> input(String topic) {
    return driver.createInputTopic(topic, new StringSerializer(), new ByteArraySerializer());
  }

  private static Path temporaryDirectory() {
    try {
      Path parent = Files.createDirectories(Path.of("target", "laboratory"));
      return Files.createTempDirectory(parent, "state");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

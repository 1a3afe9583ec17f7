package org.groundswell.alerts.stream;

import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.groundswell.alerts.command.Command;
import org.groundswell.alerts.detection.Candidate;
import org.groundswell.alerts.detection.DetectionProperties;
import org.groundswell.alerts.detection.DetectionStores;
import org.groundswell.alerts.detection.PlaceDetector;
import org.groundswell.alerts.detection.PlaceEraser;
import org.groundswell.alerts.evidence.Deletion;
import org.groundswell.alerts.incident.Alert;
import org.groundswell.alerts.incident.CommandKeeper;
import org.groundswell.alerts.incident.CommandKeeper.Outcome;
import org.groundswell.alerts.incident.IncidentEraser;
import org.groundswell.alerts.incident.IncidentKeeper;
import org.groundswell.alerts.incident.IncidentProperties;
import org.groundswell.alerts.incident.IncidentStores;
import org.groundswell.alerts.signals.SignalRecord;
import org.groundswell.alerts.topics.Topics;
import org.groundswell.alerts.wire.JsonSerde;

/**
 * From signals to alerts.
 *
 * <pre>{@code
 * signals (place -> Signal | Watermark)
 *     -> detect-places -> [candidates] (country -> Reading | Progress)
 *     -> keep-incidents -> alerts (alert -> Alert)
 * deletions -> [place-deletions]    -> erase-place-evidence
 *           -> [incident-deletions] -> erase-incident-evidence -> alerts
 * alert-commands -> [commands] (country -> Command) -> carry-out-commands -> alerts
 * }</pre>
 *
 * Time is the event time inside the records, as far as the slowest of all partitions has come,
 * never the time of a record or of a machine: the alerts are a function of the posts alone.
 * Progress and deletions go to every partition, since any may hold what they are about.
 *
 * <p>The names given to stores and steps are part of the deployed state: renaming one orphans its
 * changelog topic.
 */
final class AlertTopology {

  private static final Serde<String> KEY = Serdes.String();
  private static final Serde<SignalRecord> SIGNAL = JsonSerde.of(SignalRecord.class);
  private static final Serde<Deletion> DELETION = JsonSerde.of(Deletion.class);
  private static final Serde<Candidate> CANDIDATE = JsonSerde.of(Candidate.class);
  private static final Serde<Command> COMMAND = JsonSerde.of(Command.class);
  private static final Serde<Alert> ALERT = JsonSerde.of(Alert.class);

  private final Topics topics;
  private final DetectionProperties detection;
  private final IncidentProperties life;
  private final Instruments instruments;

  AlertTopology(
      Topics topics,
      DetectionProperties detection,
      IncidentProperties life,
      Instruments instruments) {
    this.topics = topics;
    this.detection = detection;
    this.life = life;
    this.instruments = instruments;
  }

  /**
   * Builds the topology.
   *
   * @param partitions how many the topic of signals has; the internal topics get as many
   * @param storage what a state store keeps its entries in, by its name
   */
  Topology build(
      int partitions, Properties config, Function<String, KeyValueBytesStoreSupplier> storage) {
    var builder = new StreamsBuilder();
    DetectionStores.builders(storage).forEach(builder::addStateStore);
    IncidentStores.builders(storage).forEach(builder::addStateStore);
    String[] places = DetectionStores.NAMES.toArray(String[]::new);
    String[] incidents = IncidentStores.NAMES.toArray(String[]::new);
    KStream<String, Deletion> deletions =
        builder.stream(topics.deletions(), Consumed.with(KEY, DELETION).withName("read-deletions"));

    builder.stream(topics.signals(), Consumed.with(KEY, SIGNAL).withName("read-signals"))
        .process(
            PlaceDetector.supplier(
                detection,
                partitions,
                instruments.signals(),
                instruments.judged(),
                instruments.traces()),
            Named.as("detect-places"),
            places)
        .repartition(
            Repartitioned.<String, Candidate>as("candidates")
                .withKeySerde(KEY)
                .withValueSerde(CANDIDATE)
                .withNumberOfPartitions(partitions)
                .withStreamPartitioner((_, key, _, count) -> whereTo(key, count)))
        .process(
            IncidentKeeper.supplier(detection, life, instruments.alerts(), instruments.traces()),
            Named.as("keep-incidents"),
            incidents)
        .to(topics.alerts(), Produced.with(KEY, ALERT).withName("write-alerts"));

    everywhere(deletions, "place-deletions", partitions)
        .process(PlaceEraser.supplier(), Named.as("erase-place-evidence"), places);

    everywhere(deletions, "incident-deletions", partitions)
        .process(
            IncidentEraser.supplier(detection, life, instruments.alerts()),
            Named.as("erase-incident-evidence"),
            incidents)
        .to(topics.alerts(), Produced.with(KEY, ALERT).withName("write-erased-alerts"));

    carryOutCommands(builder, partitions, incidents);
    return builder.build(config);
  }

  private void carryOutCommands(StreamsBuilder builder, int partitions, String[] incidents) {
    String refused = Topics.deadLettersOf(topics.alertCommands());
    KStream<String, Outcome> outcomes =
        builder.stream(
                topics.alertCommands(), Consumed.with(KEY, COMMAND).withName("read-commands"))
            .selectKey((_, command) -> command.country(), Named.as("commands-by-country"))
            .repartition(
                Repartitioned.<String, Command>as("commands")
                    .withKeySerde(KEY)
                    .withValueSerde(COMMAND)
                    .withNumberOfPartitions(partitions))
            .process(
                CommandKeeper.supplier(
                    detection,
                    life,
                    instruments.alerts(),
                    () -> instruments.signals().countDeadLetter(refused)),
                Named.as("carry-out-commands"),
                incidents);
    outcomes
        .filter((_, outcome) -> outcome.alert() != null, Named.as("carried-out-commands"))
        .mapValues(Outcome::alert, Named.as("remarked-alerts"))
        .to(topics.alerts(), Produced.with(KEY, ALERT).withName("write-remarked-alerts"));
    outcomes
        .filter((_, outcome) -> outcome.refused() != null, Named.as("other-commands"))
        .mapValues(Outcome::refused, Named.as("refused-commands"))
        .to(refused, Produced.with(KEY, COMMAND).withName("write-refused-commands"));
  }

  private static KStream<String, Deletion> everywhere(
      KStream<String, Deletion> deletions, String name, int partitions) {
    return deletions.repartition(
        Repartitioned.<String, Deletion>as(name)
            .withKeySerde(KEY)
            .withValueSerde(DELETION)
            .withNumberOfPartitions(partitions)
            .withStreamPartitioner((_, _, _, count) -> all(count)));
  }

  /** Empty leaves it to the key's hash. */
  private static Optional<Set<Integer>> whereTo(String key, int count) {
    return key.equals(PlaceDetector.EVERYWHERE) ? all(count) : Optional.empty();
  }

  private static Optional<Set<Integer>> all(int count) {
    return Optional.of(IntStream.range(0, count).boxed().collect(Collectors.toUnmodifiableSet()));
  }
}

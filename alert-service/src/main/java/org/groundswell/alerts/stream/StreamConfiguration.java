package org.groundswell.alerts.stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.opentelemetry.api.trace.Tracer;
import org.apache.kafka.streams.KafkaStreams.State;
import org.groundswell.alerts.detection.DetectionProperties;
import org.groundswell.alerts.health.HealthProperties;
import org.groundswell.alerts.incident.IncidentProperties;
import org.groundswell.alerts.topics.Topics;
import org.groundswell.alerts.trace.Traces;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the topology together and says how it is. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

  /**
   * Kafka Streams tells of each store of each partition in dozens of series, some four thousand for
   * four partitions; those of threads, tasks and clients say what a rule or a panel needs.
   */
  @Bean
  MeterFilter withoutSeriesOfStores() {
    return MeterFilter.denyNameStartsWith("kafka.stream.state");
  }

  @Bean
  Traces traces(Tracer tracer) {
    return new Traces(tracer);
  }

  @Bean
  Instruments instruments(MeterRegistry meters, Traces traces, Topics topics) {
    var instruments = Instruments.of(meters, traces);
    instruments.signals().expectDeadLetters(Topics.deadLettersOf(topics.signals()));
    instruments.signals().expectDeadLetters(Topics.deadLettersOf(topics.deletions()));
    instruments.signals().expectDeadLetters(Topics.deadLettersOf(topics.alertCommands()));
    return instruments;
  }

  @Bean
  AlertTopology alertTopology(
      Topics topics,
      DetectionProperties detection,
      IncidentProperties life,
      Instruments instruments) {
    return new AlertTopology(topics, detection, life, instruments);
  }

  /** Up while alerts are being made; part of the readiness. */
  @Bean
  HealthIndicator topologyHealthIndicator(StreamRunner runner) {
    return () ->
        runner
            .state()
            .map(state -> health(state == State.RUNNING, state.name()))
            .orElseGet(() -> health(false, "WAITING_FOR_TOPICS"));
  }

  /**
   * Down once the topology has given up, or one of its threads is stuck, which only a new process
   * can mend; part of the liveness.
   */
  @Bean
  HealthIndicator topologyAliveHealthIndicator(StreamRunner runner, HealthProperties health) {
    return () ->
        runner.startFailed()
            ? health(false, "CANNOT_START")
            : runner
                .state()
                .map(state ->
                    runner.secondsSincePoll() > health.stuckAfter().toSeconds()
                        ? health(false, state.name() + ", a thread is stuck")
                        : health(!state.hasCompletedShutdown(), state.name()))
                .orElseGet(() -> health(true, "WAITING_FOR_TOPICS"));
  }

  private static Health health(boolean up, String state) {
    return (up ? Health.up() : Health.down()).withDetail("state", state).build();
  }
}

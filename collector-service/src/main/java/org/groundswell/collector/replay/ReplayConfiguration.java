package org.groundswell.collector.replay;

import java.time.Clock;
import java.util.Objects;
import org.groundswell.collector.clock.SourceClock;
import org.groundswell.collector.clock.StreamClock;
import org.groundswell.collector.intake.ClockWriter;
import org.groundswell.collector.intake.CollectorProperties;
import org.groundswell.collector.intake.EarlierClock;
import org.groundswell.collector.intake.Intake;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Replays when a file is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("groundswell.collector.replay.file")
class ReplayConfiguration {

  @Bean
  Replay replay(
      ReplayProperties properties,
      CollectorProperties collector,
      StreamClock stream,
      Intake intake,
      ClockWriter clocks,
      EarlierClock earlier,
      Clock wall) {
    ReplayFile file = ReplayFile.of(properties, Objects.requireNonNull(properties.file()));
    SourceClock clock = stream.announceFile();
    return new Replay(
        file,
        properties,
        collector,
        intake.open(properties.source(), clock),
        clock,
        clocks,
        earlier,
        wall);
  }

  @Bean
  ReplayRunner replayRunner(Replay replay, ReplayProperties properties, ProcessEnd process) {
    return new ReplayRunner(replay, properties.source(), process);
  }

  /** A replay that broke off must be noticed by whoever started it, so the process ends. */
  @Bean
  @ConditionalOnMissingBean
  ProcessEnd processEnd(ApplicationContext context) {
    // In a thread of its own: closing the context waits for the one of the replay.
    return status ->
        Thread.ofPlatform()
            .name("end-with-replay")
            .start(() -> System.exit(SpringApplication.exit(context, () -> status)));
  }
}

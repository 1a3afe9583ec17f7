package org.groundswell.collector.replay;

import java.time.Clock;
import java.util.Objects;
import org.groundswell.collector.clock.SourceClock;
import org.groundswell.collector.clock.StreamClock;
import org.groundswell.collector.intake.ClockWriter;
import org.groundswell.collector.intake.CollectorProperties;
import org.groundswell.collector.intake.Intake;
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
      Clock wall) {
    ReplayFile file = ReplayFile.of(properties, Objects.requireNonNull(properties.file()));
    SourceClock clock = stream.announce();
    return new Replay(
        file, properties, collector, intake.open(properties.source(), clock), clock, clocks, wall);
  }

  @Bean
  ReplayRunner replayRunner(Replay replay, ApplicationContext context) {
    return new ReplayRunner(replay, context);
  }
}

package org.groundswell.collector.bluesky;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.groundswell.collector.clock.SourceClock;
import org.groundswell.collector.clock.StreamClock;
import org.groundswell.collector.cursor.Cursors;
import org.groundswell.collector.intake.ClockWriter;
import org.groundswell.collector.intake.CollectorProperties;
import org.groundswell.collector.intake.Intake;
import org.groundswell.collector.intake.StartRefused;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/** Follows Bluesky when asked to. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("groundswell.collector.bluesky.enabled")
class BlueskyConfiguration {

  @Bean
  BlueskySource blueskySource(
      BlueskyProperties bluesky,
      CollectorProperties collector,
      StreamClock stream,
      Intake intake,
      ClockWriter clocks,
      Cursors cursors,
      Clock wall,
      MeterRegistry meters,
      Environment environment) {
    refuseBesideReplay(environment);
    SourceClock clock = stream.announce();
    var door = intake.open(JetstreamReader.SOURCE, clock);
    var source = new BlueskySource(bluesky, collector, door, clock, cursors, wall);
    clocks.before(source);
    Gauge.builder("groundswell.collector.connections", source, BlueskySource::connections)
        .tag("source", JetstreamReader.SOURCE)
        .register(meters);
    return source;
  }

  @Bean
  BlueskyRunner blueskyRunner(BlueskySource source) {
    return new BlueskyRunner(source);
  }

  /** One stream has one time: last year's posts and today's cannot be judged together. */
  private static void refuseBesideReplay(Environment environment) {
    if (StringUtils.hasText(environment.getProperty("groundswell.collector.replay.file"))) {
      throw new StartRefused(
          "groundswell.collector.replay.file and groundswell.collector.bluesky.enabled cannot be set"
              + " together: a replay and a live stream have different times.");
    }
  }
}

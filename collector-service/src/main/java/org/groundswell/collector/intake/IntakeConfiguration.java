package org.groundswell.collector.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.Duration;
import org.groundswell.collector.clock.StreamClock;
import org.groundswell.collector.health.HealthProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IntakeConfiguration {

  @Bean
  Clock wallClock() {
    return Clock.systemUTC();
  }

  @Bean
  StreamClock streamClock(Clock wall, CollectorProperties properties) {
    return new StreamClock(wall, properties.disorder(), properties.sourcePatience());
  }

  /** Down once the clock is no longer written nor tried to be; part of the liveness. */
  @Bean
  HealthIndicator clockHealthIndicator(ClockTicker ticker, HealthProperties health) {
    return () -> {
      Duration idle = ticker.sinceLastTry();
      boolean ticks = idle.compareTo(health.stuckAfter()) <= 0;
      return Health.status(ticks ? Status.UP : Status.DOWN)
          .withDetail("secondsSinceTick", idle.toSeconds())
          .build();
    };
  }

  /** Down once the thread of a source has died; part of the liveness. */
  @Bean
  HealthIndicator sourcesHealthIndicator(ObjectProvider<SourceThread> sources) {
    return () -> {
      var said = Health.up();
      sources.forEach(
          source -> said.withDetail(source.source(), source.hasDied() ? "died" : "works"));
      return sources.stream().anyMatch(SourceThread::hasDied) ? said.down().build() : said.build();
    };
  }

  @Bean
  JsonMapperBuilderCustomizer leaveNullsOut() {
    return json ->
        json.changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
  }
}

package org.groundswell.collector.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import org.groundswell.collector.clock.StreamClock;
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

  @Bean
  JsonMapperBuilderCustomizer leaveNullsOut() {
    return json ->
        json.changeDefaultPropertyInclusion(
            inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL));
  }
}

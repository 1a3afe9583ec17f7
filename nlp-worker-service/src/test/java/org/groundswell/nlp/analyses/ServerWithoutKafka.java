package org.groundswell.nlp.analyses;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.groundswell.nlp.NlpWorkerApplication;
import org.groundswell.nlp.pipeline.PipelineProperties;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/**
 * The service with its own models, gazetteer and web server, but for what needs Kafka. No
 * stereotype, or the tests with Kafka would find it.
 */
@EnableAutoConfiguration(exclude = KafkaAutoConfiguration.class)
@EnableConfigurationProperties({AnalysesProperties.class, PipelineProperties.class})
@ComponentScan(
    basePackageClasses = NlpWorkerApplication.class,
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                "org\\.groundswell\\.nlp\\.((intake|health)\\..*|.*Application|.*(Tests|IT|Eval|Context)(\\$.*)?)"))
class ServerWithoutKafka {

  static final Instant NOW = Instant.parse("2026-06-03T14:05:11Z");

  @Bean
  Clock clock() {
    return Clock.fixed(NOW, ZoneOffset.UTC);
  }
}

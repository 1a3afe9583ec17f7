package org.groundswell.nlp.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.groundswell.nlp.NlpWorkerApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** All of the service but what needs Kafka or a web server. */
final class PipelineContext {

  private PipelineContext() {}

  static AnnotationConfigApplicationContext open() {
    return new AnnotationConfigApplicationContext(Pipeline.class);
  }

  /** The analysis with its own models and gazetteer. */
  @TestConfiguration(proxyBeanMethods = false)
  @EnableConfigurationProperties(PipelineProperties.class)
  @ComponentScan(
      basePackageClasses = NlpWorkerApplication.class,
      excludeFilters = {
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                "org\\.groundswell\\.nlp\\.((intake|health|analyses)\\..*|.*Application|.*(Tests|IT|Eval)(\\$.*)?)")
      })
  static class Pipeline {

    @Bean
    MeterRegistry meters() {
      return new SimpleMeterRegistry();
    }
  }
}

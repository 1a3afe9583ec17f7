package org.groundswell.nlp.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import org.groundswell.nlp.NlpWorkerApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** All of the service but what needs Kafka or a web server. */
final class PipelineContext {

  private PipelineContext() {}

  static AnnotationConfigApplicationContext open(MeterRegistry meters) {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(MeterRegistry.class, () -> meters);
    context.register(Pipeline.class);
    context.refresh();
    return context;
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
  static class Pipeline {}
}

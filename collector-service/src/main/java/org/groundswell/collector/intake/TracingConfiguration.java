package org.groundswell.collector.intake;

import io.micrometer.observation.ObservationFilter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is traced, and what no trace may hold. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

  @Bean
  Sampler sampler(TracingProperties tracing) {
    return new PostSampler(
        Sampler.parentBased(Sampler.traceIdRatioBased(tracing.getSampling().getProbability())));
  }

  /** The path of a request may end with the id of a post; its pattern says enough. */
  @Bean
  ObservationFilter withoutPaths() {
    return observation -> observation.removeHighCardinalityKeyValue("http.url");
  }
}

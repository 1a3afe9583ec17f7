package org.groundswell.dashboard.page;

import io.micrometer.observation.ObservationFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the traces of requests may not hold. */
@Configuration(proxyBeanMethods = false)
class RequestTraces {

  /** The address of a request says what somebody asks for; its pattern says enough. */
  @Bean
  ObservationFilter withoutPaths() {
    return observation -> observation.removeHighCardinalityKeyValue("http.url");
  }
}

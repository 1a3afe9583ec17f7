package org.groundswell.nlp.places;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlacesConfiguration {

  @Bean
  PlaceFinder placeFinder() {
    return new PlaceFinder(GazetteerReader.readShipped());
  }
}

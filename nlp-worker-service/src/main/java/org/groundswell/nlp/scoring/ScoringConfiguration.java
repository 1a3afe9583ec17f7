package org.groundswell.nlp.scoring;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Loads the model once. */
@Configuration(proxyBeanMethods = false)
class ScoringConfiguration {

  @Bean
  UnrestScorer unrestScorer() {
    return new UnrestScorer(ScoringModel.load());
  }
}

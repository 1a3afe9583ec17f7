package org.groundswell.nlp;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Turns {@code groundswell.posts} into {@code groundswell.signals}. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class NlpWorkerApplication {

  /** Starts a worker. */
  public static void main(String[] args) {
    SpringApplication.run(NlpWorkerApplication.class, args);
  }
}

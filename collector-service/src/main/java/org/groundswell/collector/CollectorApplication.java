package org.groundswell.collector;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Takes posts from public sources, in one stream with one clock, and writes them to Kafka. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CollectorApplication {

  /** Runs until it is told to stop; ends with status 1 when it cannot start or a replay fails. */
  public static void main(String[] args) {
    SpringApplication.run(CollectorApplication.class, args);
  }
}

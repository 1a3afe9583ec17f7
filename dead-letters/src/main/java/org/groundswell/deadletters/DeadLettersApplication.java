package org.groundswell.deadletters;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the command; where Kafka is comes from the environment, as for the services. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DeadLettersApplication {

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] args) {
    var application = new SpringApplication(DeadLettersApplication.class);
    // The options belong to the command alone.
    application.setAddCommandLineProperties(false);
    System.exit(SpringApplication.exit(application.run(args)));
  }
}

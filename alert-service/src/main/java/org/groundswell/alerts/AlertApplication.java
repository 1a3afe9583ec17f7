package org.groundswell.alerts;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** The alert service: signals in, alerts out. Its README is its contract. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class AlertApplication {

  static void main(String[] args) {
    SpringApplication.run(AlertApplication.class, args);
  }
}

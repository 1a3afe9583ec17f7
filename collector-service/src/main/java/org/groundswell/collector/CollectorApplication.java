package org.groundswell.collector;

import org.groundswell.collector.replay.ReplayFailed;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;

/** Takes posts from public sources, in one stream with one clock, and writes them to Kafka. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CollectorApplication {

  /** Runs until it is told to stop; ends with status 1 when it cannot start or a replay fails. */
  public static void main(String[] args) {
    var application = new SpringApplication(CollectorApplication.class);
    application.addListeners(new EndWithReplay());
    application.run(args);
  }

  /** A replay that broke off must be noticed by whoever started it, so the process ends. */
  private static final class EndWithReplay
      implements ApplicationListener<PayloadApplicationEvent<ReplayFailed>> {

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<ReplayFailed> event) {
      var context = (ConfigurableApplicationContext) event.getPayload().context();
      // In a thread of its own: closing the context interrupts the one of the replay.
      Thread.ofPlatform()
          .name("end-with-replay")
          .start(() -> System.exit(SpringApplication.exit(context, () -> 1)));
    }
  }
}

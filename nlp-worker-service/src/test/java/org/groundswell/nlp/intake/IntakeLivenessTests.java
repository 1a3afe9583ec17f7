package org.groundswell.nlp.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;

class IntakeLivenessTests {

  private final ApplicationContextRunner contexts =
      new ApplicationContextRunner()
          .withBean(ApplicationAvailabilityBean.class)
          .withBean(IntakeLiveness.class);

  @ParameterizedTest
  @CsvSource({"NORMAL, CORRECT", "AUTH, BROKEN", "FENCED, BROKEN", "ERROR, BROKEN"})
  void isBrokenWhenTheConsumerEndsOfItself(Reason reason, LivenessState state) {
    contexts.run(context -> {
      var availability = context.getBean(ApplicationAvailabilityBean.class);
      AvailabilityChangeEvent.publish(context, LivenessState.CORRECT);

      context.publishEvent(new ConsumerStoppedEvent(this, this, reason));

      assertThat(availability.getLivenessState()).isEqualTo(state);
    });
  }
}

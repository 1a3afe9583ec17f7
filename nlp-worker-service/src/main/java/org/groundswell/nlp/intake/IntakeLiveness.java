package org.groundswell.nlp.intake;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.event.ConsumerStoppedEvent;
import org.springframework.kafka.event.ConsumerStoppedEvent.Reason;
import org.springframework.stereotype.Component;

/**
 * Reports the service as broken when its consumer ends of itself, as it does when Kafka denies it
 * access: a worker that reads no more must be restarted, not look well.
 */
@Component
class IntakeLiveness {

  private static final Logger LOG = LoggerFactory.getLogger(IntakeLiveness.class);

  private final ApplicationEventPublisher events;

  IntakeLiveness(ApplicationEventPublisher events) {
    this.events = events;
  }

  @EventListener
  void onStop(ConsumerStoppedEvent stopped) {
    if (stopped.getReason() != Reason.NORMAL) {
      LOG.error("The consumer of posts has ended: {}", stopped.getReason());
      AvailabilityChangeEvent.publish(events, this, LivenessState.BROKEN);
    }
  }
}

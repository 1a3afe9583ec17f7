package org.groundswell.dashboard;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.groundswell.testing.TestServers;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.DynamicPropertyRegistry;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The topic of alerts on a real broker, written as the alert service would. */
public final class AlertsTopic {

  private static final String NAME = "groundswell.alerts";
  private static final JsonMapper JSON = new JsonMapper();

  private final Map<String, Object> broker = Map.of("bootstrap.servers", TestServers.kafka());

  /** Creates the topic unless it is there. */
  public AlertsTopic() {
    try (var admin = Admin.create(broker)) {
      var topic =
          new NewTopic(NAME, 4, (short) 1)
              .configs(Map.of("message.timestamp.type", "LogAppendTime"));
      admin.createTopics(List.of(topic)).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Points the service at the broker. */
  public void connect(DynamicPropertyRegistry registry) {
    registry.add("spring.kafka.bootstrap-servers", TestServers::kafka);
  }

  /** Writes an alert and waits for the broker's word. */
  public void publish(ObjectNode alert) {
    publish(JSON.writeValueAsBytes(alert));
  }

  /** Writes any value, also none. */
  public void publish(byte @Nullable [] value) {
    publish(value, null);
  }

  /** Writes an alert that belongs to a trace. */
  public void publish(ObjectNode alert, String traceparent) {
    publish(JSON.writeValueAsBytes(alert), traceparent);
  }

  private void publish(byte @Nullable [] value, @Nullable String traceparent) {
    try (var producer =
        new KafkaProducer<>(broker, new StringSerializer(), new ByteArraySerializer())) {
      var message = new ProducerRecord<>(NAME, "key", value);
      if (traceparent != null) {
        message.headers().add("traceparent", traceparent.getBytes(StandardCharsets.UTF_8));
      }
      producer.send(message).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}

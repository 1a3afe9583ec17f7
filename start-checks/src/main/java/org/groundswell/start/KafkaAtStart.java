package org.groundswell.start;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;

/**
 * Asks Kafka once for its nodes, which needs no permission but that to connect.
 *
 * <p>A broker that refuses the user, or is not trusted, stops every service: clients would go on
 * failing behind a process that seems to live. One that does not answer stops those that cannot
 * work without it ({@code spring.kafka.admin.fail-fast}); the others wait for it.
 */
final class KafkaAtStart implements InitializingBean {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaAtStart.class);
  private static final Duration SHORT_PATIENCE = Duration.ofSeconds(5);

  private final Map<String, Object> configuration;
  private final boolean needed;
  private final Duration patience;

  /**
   * @param longPatience with a broker that is needed
   */
  KafkaAtStart(Map<String, Object> configuration, boolean needed, Duration longPatience) {
    this.configuration = configuration;
    this.needed = needed;
    this.patience = needed ? longPatience : SHORT_PATIENCE;
  }

  @Override
  public void afterPropertiesSet() throws InterruptedException {
    Admin admin = Admin.create(configuration);
    try {
      admin.describeCluster().nodes().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      judge(Objects.requireNonNullElse(e.getCause(), e));
    } catch (TimeoutException e) {
      judge(e);
    } finally {
      admin.close(Duration.ZERO);
    }
  }

  private void judge(Throwable failure) {
    if (failure instanceof AuthenticationException refusal) {
      throw refusal;
    }
    if (failure instanceof KafkaException other && !(other instanceof RetriableException)) {
      throw other;
    }
    if (needed) {
      throw KafkaFailures.unanswered(servers(), failure);
    }
    LOG.warn("Kafka does not answer at {}; the service starts and waits for it", servers());
  }

  private String servers() {
    Object servers = configuration.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    return servers instanceof Collection<?> several
        ? several.stream().map(Object::toString).collect(Collectors.joining(","))
        : String.valueOf(servers);
  }
}

package org.groundswell.alerts.health;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/**
 * Up while a broker answers in time; part of the readiness, never of the liveness: no restart of
 * this service brings a broker back. Thread-safe.
 */
@Component
class KafkaHealthIndicator implements HealthIndicator, DisposableBean {

  private final KafkaAdmin settings;
  private final HealthProperties health;
  private @Nullable Admin admin;

  KafkaHealthIndicator(KafkaAdmin settings, HealthProperties health) {
    this.settings = settings;
    this.health = health;
  }

  @Override
  public Health health() {
    long patience = health.kafkaTimeout().toMillis();
    try {
      var cluster = admin().describeCluster(new DescribeClusterOptions().timeoutMs((int) patience));
      int brokers = cluster.nodes().get(patience, TimeUnit.MILLISECONDS).size();
      return Health.up().withDetail("brokers", brokers).build();
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      return Health.down().withDetail("reason", e.getClass().getSimpleName()).build();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Health.unknown().build();
    }
  }

  @Override
  public synchronized void destroy() {
    if (admin != null) {
      admin.close(health.kafkaTimeout());
    }
  }

  /** One client for all questions; it is made with the first. */
  private synchronized Admin admin() {
    Admin open = admin;
    if (open == null) {
      open = Admin.create(settings.getConfigurationProperties());
      admin = open;
    }
    return open;
  }
}

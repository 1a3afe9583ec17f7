package org.groundswell.start;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/**
 * Connects once to the database before anything uses it.
 *
 * <p>One that refuses the role, is not there, or is not trusted stops the start: trying again would
 * not help. One that does not answer is left to those who use it, and they try again.
 */
final class DatabaseAtStart implements BeanPostProcessor {

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseAtStart.class);

  private final ConfigurableListableBeanFactory beans;

  DatabaseAtStart(ConfigurableListableBeanFactory beans) {
    this.beans = beans;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (bean instanceof DataSource database) {
      StartChecks.bindOwnProperties(beans);
      connect(database);
    }
    return bean;
  }

  private void connect(DataSource database) {
    try (Connection connection = database.getConnection()) {
      LOG.debug("The database answers: {}", connection);
    } catch (SQLException | RuntimeException e) {
      DatabaseFailure.in(e)
          .filter(DatabaseFailure::isFinal)
          .ifPresent(failure -> {
            throw failure.cannotStart(beans.getBean(Environment.class));
          });
    }
  }
}

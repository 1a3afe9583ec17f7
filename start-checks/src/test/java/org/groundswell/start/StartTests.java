package org.groundswell.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.validation.constraints.DecimalMax;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/** What a start says about names and values that are wrong. */
@ExtendWith(OutputCaptureExtension.class)
class StartTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GROUNDSWELL_NLP_THREADS",
        "GROUNDSWELL_NLP_UNRESTTHRESHOLD",
        "GROUNDSWELL_NLP_UNREST_THRESHOLD",
        "GROUNDSWELL_COLLECTOR_BLUESKY_HOSTS_0",
        "GROUNDSWELL_COLLECTOR_SERVICE_HOST",
        "GROUNDSWELL_COLLECTOR_SERVICE_PORT_HTTP",
        "GROUNDSWELL_COLLECTOR_PORT",
        "GROUNDSWELL_ALERTS_PORT_8083_TCP_ADDR",
        "GROUNDSWELL_DATA",
        "GROUNDSWELL_TEST_SERVERS",
        "OTHER_PROGRAM"
      })
  void takesVariablesThatMeanNoHarm(String variable) {
    assertThatCode(() -> start(Map.of(variable, "1"))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource({
    "GROUNDSWELL_ALERTS_DETECTION_MINVOICE, groundswell.alerts.detection.min-voices",
    "GROUNDSWELL_COLLECTOR_AUTHORSECERT, groundswell.collector.author-secret",
    "GROUNDSWELL_TOPICS_PARTITION, groundswell.topics.partitions",
    "GROUNDSWELL_ALERT_DETECTION_MINVOICES, groundswell.alerts.detection.min-voices"
  })
  void refusesAMisspeltVariable(String variable, String meant, CapturedOutput output) {
    Throwable failure = catchThrowable(() -> start(Map.of(variable, "not to be told")));

    assertThat(failure).isInstanceOf(CannotStart.class);
    assertThat(output)
        .contains("APPLICATION FAILED TO START")
        .contains("System Environment Property \"" + variable + '"')
        .contains("did you mean " + meant)
        .doesNotContain("not to be told");
  }

  @ParameterizedTest
  @ValueSource(strings = {"groundswell.nlp.thread", "groundswell.other.thing"})
  void refusesAMisspeltArgument(String name, CapturedOutput output) {
    Throwable failure = catchThrowable(() -> start(Map.of(), "--" + name + "=1"));

    assertThat(failure).isInstanceOf(CannotStart.class);
    assertThat(output).contains("There is no property " + name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"kafka", "kafka:", ":9092", "kafka:0", "kafka:99999", "a:1,b"})
  void refusesAnAddressThatIsNone(String address, CapturedOutput output) {
    Throwable failure =
        catchThrowable(() -> start(Map.of("SPRING_KAFKA_BOOTSTRAPSERVERS", address)));

    assertThat(failure).isNotNull();
    String wrong = address.substring(address.indexOf(',') + 1);
    assertThat(output)
        .contains("Invalid value '" + address + "'")
        .contains("spring.kafka.bootstrap-servers")
        .contains('"' + wrong + "\" is not host:port")
        .contains("SPRING_KAFKA_BOOTSTRAPSERVERS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"127.0.0.1:9092", "a:1,b:2", "[::1]:9092", "kafka-0.kafka.svc.cluster.local:9093"})
  void takesAddresses(String addresses) {
    assertThatCode(() -> start(Map.of("SPRING_KAFKA_BOOTSTRAPSERVERS", addresses)))
        .doesNotThrowAnyException();
  }

  @Test
  void tellsWhereThePropertiesOfABrokenRuleWereSet(CapturedOutput output) {
    Throwable failure = catchThrowable(() -> start(Map.of("GROUNDSWELL_NLP_THREADS", "3")));

    assertThat(failure).isNotNull();
    assertThat(output)
        .contains("groundswell.nlp.threads (3) must be even.")
        .contains("Property: groundswell.nlp.threads")
        .contains("Value: \"3\"")
        .contains("Origin: System Environment Property \"GROUNDSWELL_NLP_THREADS\"");
  }

  @Test
  void tellsTheDocumentedNameOfAValueOutOfRange(CapturedOutput output) {
    Throwable failure =
        catchThrowable(() -> start(Map.of("GROUNDSWELL_NLP_UNRESTTHRESHOLD", "1.5")));

    assertThat(failure).isNotNull();
    assertThat(output)
        .contains("Property: groundswell.nlp.unrest-threshold")
        .contains("Value: \"1.5\"")
        .contains("Origin: System Environment Property \"GROUNDSWELL_NLP_UNRESTTHRESHOLD\"")
        .contains("Reason: must be less than or equal to 1");
  }

  private static void start(Map<String, String> variables, String... arguments) {
    var environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                new TreeMap<>(variables)));
    new SpringApplicationBuilder(Service.class)
        .environment(environment)
        .web(WebApplicationType.NONE)
        .run(arguments)
        .close();
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(Rule.class)
  static class Service {}

  @Validated
  @ConfigurationProperties("groundswell.nlp")
  record Rule(
      @DefaultValue("2") int threads,
      @DecimalMax("1") @DefaultValue("0.4") double unrestThreshold) {

    Rule {
      Assert.isTrue(
          threads % 2 == 0 || threads == 1,
          () -> "groundswell.nlp.threads (%s) must be even".formatted(threads));
    }
  }
}

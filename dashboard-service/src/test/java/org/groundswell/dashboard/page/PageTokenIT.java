package org.groundswell.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.groundswell.dashboard.Alerts;
import org.groundswell.dashboard.AlertsDatabase;
import org.groundswell.dashboard.AlertsTopic;
import org.groundswell.dashboard.alerts.Alert;
import org.groundswell.dashboard.commands.CommandsTopic;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The page of a service that asks for a token. */
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = "groundswell.dashboard.commands.token=a secret of 20 chars")
class PageTokenIT {

  private static final AlertsDatabase DATABASE = new AlertsDatabase();
  private static final AlertsTopic TOPIC = new AlertsTopic();
  private static final Duration SOON = Duration.ofSeconds(30);

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry registry) {
    DATABASE.connect(registry);
    TOPIC.connect(registry);
  }

  @Test
  void asksForTheTokenOnceAndKeepsItForTheSessionOnly() {
    Alert alert = Alerts.alert(_ -> {});
    DATABASE.insert(alert);
    try (var browser = Browser.start()) {
      browser.open("http://localhost:" + port + "/#alert=" + alert.id());
      await().atMost(SOON).until(() -> browser.count(".evidence li") == 1);
      comment(browser, "first");
      await().atMost(SOON).until(() -> browser.find("input[name=token]").isDisplayed());
      assertThat(status(browser)).isEqualTo("This service asks for a token.");

      browser.focused().sendKeys("another secret!!", Keys.ENTER);
      await().atMost(SOON).until(() -> status(browser).equals("The token was not taken."));
      browser.focused().sendKeys("a secret of 20 chars", Keys.ENTER);
      await().atMost(SOON).until(() -> status(browser).startsWith("Sent"));
      comment(browser, "second");
      await().atMost(SOON).until(() -> status(browser).startsWith("Sent"));

      assertThat(new CommandsTopic(TestServers.kafka()).of(alert.id())).hasSize(2);
      assertThat(browser.run("return localStorage.length + document.cookie")).isEqualTo("0");
    }
  }

  private static void comment(Browser browser, String text) {
    browser.find("[data-kind=comments]").click();
    browser.focused().sendKeys(text);
    browser.find(".remark .send").click();
  }

  private static String status(Browser browser) {
    return browser.find(".people [role=status]").getText();
  }
}

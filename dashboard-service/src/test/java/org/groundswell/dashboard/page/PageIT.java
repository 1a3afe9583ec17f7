package org.groundswell.dashboard.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.groundswell.dashboard.Alerts.at;
import static org.groundswell.dashboard.Alerts.during;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.groundswell.dashboard.Alerts;
import org.groundswell.dashboard.AlertsDatabase;
import org.groundswell.dashboard.AlertsTopic;
import org.groundswell.dashboard.alerts.Alert;
import org.groundswell.dashboard.commands.CommandsTopic;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.support.ui.Select;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.node.ObjectNode;

/** The page in a real Chromium, over a real database and a real broker. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PageIT {

  private static final AlertsDatabase DATABASE = new AlertsDatabase();
  private static final AlertsTopic TOPIC = new AlertsTopic();
  private static final CommandsTopic COMMANDS = new CommandsTopic(TestServers.kafka());
  private static final Duration SOON = Duration.ofSeconds(30);

  /** Timers that wait after the start, after each of three retries, and after the page was left. */
  private static final String RETRIES_WHILE_ALL_FAILS =
      """
      const waiting = new Map();
      window.setTimeout = (task) => { const id = {}; waiting.set(id, task); return id; };
      window.clearTimeout = (id) => waiting.delete(id);
      window.fetch = () => Promise.reject(new Error('down'));
      window.EventSource = class extends EventTarget {
        static OPEN = 1;
        static CLOSED = 2;
        readyState = 2;
        constructor() { super(); queueMicrotask(() => this.dispatchEvent(new Event('error'))); }
        close() {}
      };
      const settle = async () => { for (let i = 0; i < 50; i++) await null; };
      return (async () => {
        const { Live } = await import('./live.js');
        new Live({ put() {} }, () => {}, () => {}).start();
        await settle();
        const counts = [waiting.size];
        for (let round = 0; round < 3; round++) {
          const due = [...waiting.values()];
          waiting.clear();
          due.forEach((task) => task());
          await settle();
          counts.push(waiting.size);
        }
        dispatchEvent(new Event('pagehide'));
        return [...counts, waiting.size];
      })();
      """;

  private static Browser browser;

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void connect(DynamicPropertyRegistry registry) {
    DATABASE.connect(registry);
    TOPIC.connect(registry);
  }

  @BeforeAll
  static void startBrowser() {
    browser = Browser.start();
  }

  @AfterAll
  static void stopBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void clear() {
    DATABASE.clear();
    browser.resize(1440, 900);
    browser.prefer("light");
  }

  @AfterEach
  void complainsOfNothing() {
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void saysSoWhenThereAreNoAlerts() {
    openPage("");

    await().atMost(SOON).until(() -> browser.find("#empty").isDisplayed());
    assertThat(browser.find("#empty").getText()).startsWith("No alerts yet");
    assertThat(browser.find(".warning").getText()).contains("Machine-made and unverified");
  }

  @Test
  void showsAlertsInListMapAndTimeline() {
    given(at("Lima", "PE", -12.046, -77.043));
    given(at("Caracas", "VE", 10.488, -66.879));

    openPage("");

    awaitPlaces("Caracas", "Lima");
    assertThat(browser.count(".pin")).isEqualTo(2);
    assertThat(browser.count("#timeline [class^=bar-]")).isPositive();
    await().atMost(SOON).until(() -> browser.count("path.country") > 200);
  }

  @Test
  void showsAnAlertThatIsPublishedWithoutBeingLoadedAgain() {
    openPage("");
    awaitLive();

    TOPIC.publish(Alerts.record(at("Suva", "FJ", -18.14, 178.44)));

    await().atMost(SOON).until(() -> shownPlaces().contains("Suva"));
  }

  @Test
  void showsTheLatestRevisionOnly() {
    Alert open = given(at("Caracas", "VE", 10.488, -66.879));
    openPage("");
    awaitPlaces("Caracas");
    awaitLive();

    TOPIC.publish(revision(open, 5, "Caracas, later"));
    await().atMost(SOON).until(() -> shownPlaces().contains("Caracas, later"));
    TOPIC.publish(revision(open, 4, "Caracas, earlier"));
    TOPIC.publish(Alerts.record(at("Lima", "PE", -12.046, -77.043)));

    await().atMost(SOON).until(() -> shownPlaces().contains("Lima"));
    assertThat(shownPlaces()).contains("Caracas, later").doesNotContain("Caracas, earlier");
  }

  @Test
  void narrowsTheListByCountryAndSeverity() {
    given(at("Lima", "PE", -12.046, -77.043));
    given(at("Caracas", "VE", 10.488, -66.879).andThen(alert -> alert.put("severity", "EXTREME")));
    openPage("");
    awaitPlaces("Caracas", "Lima");

    new Select(browser.find("select[name=country]")).selectByValue("PE");
    awaitPlaces("Lima");
    browser.find("#reset").click();
    awaitPlaces("Caracas", "Lima");
    browser.run("document.querySelector('input[value=EXTREME]').click()");
    awaitPlaces("Caracas");
  }

  @Test
  void narrowsTheListByTime() {
    given(
        at("Lima", "PE", -12.046, -77.043)
            .andThen(during("2026-06-01T00:00:00Z", "2026-06-01T06:00:00Z")));
    given(
        at("Caracas", "VE", 10.488, -66.879)
            .andThen(during("2026-06-03T00:00:00Z", "2026-06-03T06:00:00Z")));
    openPage("");
    awaitPlaces("Caracas", "Lima");

    browser.run(
        """
        const chart = document.getElementById('timeline');
        const box = chart.getBoundingClientRect();
        chart.setPointerCapture = () => {};
        const send = (type, x) => chart.dispatchEvent(
            new PointerEvent(type, {button: 0, clientX: box.left + x, clientY: box.top + 30}));
        send('pointerdown', 40); send('pointermove', box.width / 2); send('pointerup', box.width / 2);
        """);

    awaitPlaces("Lima");
    assertThat(browser.find("input[name=to]").getAttribute("value")).startsWith("2026-06-0");
  }

  @Test
  void opensAnAlertByItsAddressWithItsEvidence() {
    Alert alert = given(_ -> {});

    openPage("#alert=" + alert.id());

    await().atMost(SOON).until(() -> browser.count(".evidence li") == 1);
    assertThat(browser.find(".detail").getText())
        .contains("Protest with intervention", "Caracas", "Avenida Bolívar", "unverified");
    assertThat(browser.find(".evidence a").getAttribute("rel")).contains("noopener", "noreferrer");
  }

  @Test
  void canBeUsedByKeyboard() {
    given(at("Caracas", "VE", 10.488, -66.879));
    openPage("");
    awaitPlaces("Caracas");

    browser.find("#list a").sendKeys(Keys.ENTER);
    await().atMost(SOON).until(() -> browser.count(".evidence li") == 1);
    await().atMost(SOON).until(() -> "detail".equals(browser.focused().getAttribute("id")));
    browser.focused().sendKeys(Keys.ESCAPE);

    await().atMost(SOON).until(() -> !browser.find("#detail").isDisplayed());
    assertThat(browser.focused().getAttribute("href")).contains("#alert=");
  }

  @Test
  void showsWhatStrangersWroteAsText() {
    String hostile = "<img src=x onerror=\"window.hacked=1\"><script>window.hacked=2</script>";
    Alert alert =
        given(record -> {
          record.put("headline", hostile);
          var place = (ObjectNode) record.get("place");
          place.put("name", hostile).put("countryName", hostile);
          var evidence = (ObjectNode) record.at("/evidence/0");
          evidence.put("excerpt", hostile).put("url", "javascript:window.hacked=3");
          evidence.put("language", hostile).put("place", hostile);
        });

    openPage("#alert=" + alert.id());

    await().atMost(SOON).until(() -> browser.count(".evidence li") == 1);
    assertThat(browser.find(".evidence blockquote").getText()).isEqualTo(hostile);
    assertThat(browser.run("return window.hacked")).isNull();
    assertThat(browser.count("main img, main script")).isZero();
    assertThat(browser.count(".evidence a")).isZero();
  }

  @Test
  void saysSoWhenAnAuthorHasTakenAPostBack() {
    Alert alert = given(record -> ((ObjectNode) record.at("/evidence/0")).remove("excerpt"));

    openPage("#alert=" + alert.id());

    await().atMost(SOON).until(() -> browser.count(".erased") == 1);
  }

  @Test
  void tellsWhatBecameOfAPlannedAlert() {
    Alert planned = Alerts.sample("planned", _ -> {});
    Alert followed = Alerts.sample("remarked", _ -> {});
    DATABASE.insert(planned);
    DATABASE.insert(followed);

    openPage("#alert=" + planned.id());

    await().atMost(SOON).until(() -> browser.count(".evidence li") == 1);
    assertThat(browser.find(".detail").getText())
        .contains("Fri 5 Jun 2026", "The planned day has come", "Warming up", "Was planned");
    browser.find(".facts a").click();
    await().atMost(SOON).until(() -> browser.count(".windows tbody tr") == 4);
    assertThat(browser.texts(".windows tbody tr").getLast())
        .contains("1 d", "41", "17", "4.0 × 10⁻⁴");
    assertThat(browser.find(".people").getText())
        .contains("Acknowledged", "by night desk", "Calling our stringer", "second source");
  }

  @Test
  void showsTheTownsOfAWideAlertInListAndMap() {
    Alert wide = Alerts.sample("wide", _ -> {});
    DATABASE.insert(wide);

    openPage("#alert=" + wide.id());

    await().atMost(SOON).until(() -> browser.count("path.town") == 2);
    assertThat(browser.texts(".towns li strong")).containsExactly("Caracas", "Maracaibo");
  }

  @Test
  void marksPlannedDismissedAndAcknowledgedAlertsInTheList() {
    DATABASE.insert(
        Alerts.sample("planned", alert -> alert.put("status", "OPEN").remove("ending")));
    DATABASE.insert(Alerts.sample("dismissed", _ -> {}));
    DATABASE.insert(Alerts.sample("remarked", _ -> {}));

    openPage("");

    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(browser.texts("#list .status"))
                .containsExactlyInAnyOrder("Planned", "Dismissed", "Open"));
    assertThat(browser.texts("#list .taken")).containsExactly("✓ Acknowledged");
    browser.photograph("marks");
    new Select(browser.find("select[name=stage]")).selectByValue("PLANNED");
    await().atMost(SOON).until(() -> browser.texts("#list .status").equals(List.of("Planned")));
  }

  @Test
  void acknowledgesByKeyboardAndShowsItWhenTheRevisionComes() {
    Alert alert = given(_ -> {});
    openPage("#alert=" + alert.id());
    awaitLive();
    await().atMost(SOON).until(() -> browser.count(".evidence li") == 1);

    browser.find("[data-kind=acknowledgement]").sendKeys(Keys.ENTER);
    assertThat(browser.focused().getTagName()).isEqualTo("textarea");
    browser.focused().sendKeys("Calling <b>our</b> stringer", Keys.TAB, "night desk", Keys.ENTER);

    await().atMost(SOON).until(() -> status().startsWith("Sent"));
    assertThat(COMMANDS.of(alert.id()))
        .singleElement()
        .extracting(ConsumerRecord::value)
        .asString()
        .contains("ACKNOWLEDGE", "Calling <b>our</b> stringer", "night desk");
    TOPIC.publish(
        Alerts.record(
            same(alert, 4)
                .andThen(record ->
                    record
                        .putObject("acknowledgement")
                        .put("at", "2026-06-03T15:12:00Z")
                        .put("by", "night desk")
                        .put("text", "Calling <b>our</b> stringer"))));
    await().atMost(SOON).until(() -> status().equals("Done."));
    assertThat(browser.texts(".said li"))
        .singleElement()
        .asString()
        .contains("Acknowledged", "by night desk", "<b>our</b>");
  }

  @Test
  void sendsNoDismissalWithoutAReason() {
    Alert alert = given(_ -> {});
    openPage("#alert=" + alert.id());
    await().atMost(SOON).until(() -> browser.count(".evidence li") == 1);

    browser.find("[data-kind=dismissal]").click();
    browser.find(".remark .send").click();

    assertThat(
            browser.run("return document.querySelector('.remark textarea').validity.valueMissing"))
        .isEqualTo(true);
    browser.focused().sendKeys(Keys.ESCAPE);
    assertThat(browser.find("#detail").isDisplayed()).isTrue();
    assertThat(browser.find(".remark").isDisplayed()).isFalse();
    assertThat(browser.focused().getText()).isEqualTo("Dismiss");
    assertThat(COMMANDS.of(alert.id())).isEmpty();
  }

  @Test
  void keepsWhatIsBeingWrittenWhileTheAlertChanges() {
    Alert alert = given(_ -> {});
    openPage("#alert=" + alert.id());
    awaitLive();
    await().atMost(SOON).until(() -> browser.count(".evidence li") == 1);
    browser.find("[data-kind=comments]").click();
    browser.focused().sendKeys("Half a ");

    TOPIC.publish(Alerts.record(same(alert, 4).andThen(record -> record.put("authors", 777))));
    await()
        .atMost(SOON)
        // Drawn anew between finding and reading it.
        .ignoreException(StaleElementReferenceException.class)
        .until(() -> browser.find(".facts").getText().contains("777 voices"));
    browser.focused().sendKeys("sentence");

    assertThat(browser.find(".remark textarea").getAttribute("value")).isEqualTo("Half a sentence");
  }

  @Test
  void saysWhyACommandWasNotTaken() {
    Alert alert = given(_ -> {});
    openPage("#alert=" + alert.id());
    await().atMost(SOON).until(() -> browser.count(".evidence li") == 1);
    browser.find("[data-kind=comments]").click();
    browser.focused().sendKeys("too late");
    DATABASE.clear();

    browser.find(".remark .send").click();

    await().atMost(SOON).until(() -> status().contains("There is no alert"));
    assertThat(browser.find(".remark textarea").getAttribute("value")).isEqualTo("too late");
    assertThat(browser.complaints()).singleElement().asString().contains("404");
  }

  @Test
  void photographsWhatPeopleDo() {
    List<ObjectNode> scene = Scene.alerts();
    scene.forEach(record -> DATABASE.insert(Alerts.read(record)));
    Alert wide = Alerts.sample("wide", Scene::remarked);
    DATABASE.insert(wide);
    DATABASE.insert(Alerts.sample("dismissed", _ -> {}));
    DATABASE.insert(
        Alerts.sample("planned", alert -> alert.put("status", "OPEN").remove("ending")));

    openPage("#alert=" + wide.id());
    await().atMost(SOON).until(() -> browser.count(".evidence li") == 1);
    await().atMost(SOON).until(() -> browser.count("path.country") > 200);
    browser.find("[data-kind=dismissal]").click();
    for (int width : List.of(390, 1100, 1440)) {
      browser.resize(width, 900);
      await().atMost(SOON).untilAsserted(() -> assertThat(overflow()).isZero());
      await().atMost(SOON).until(PageIT::mapIsDrawnToItsEdges);
      browser.photograph("people-" + width);
    }
    browser.prefer("dark");
    browser.photograph("people-dark");
    browser.run("document.getElementById('detail').scrollTop = 700");
    browser.prefer("light");
    browser.photograph("people-below");
  }

  @Test
  void triesAgainOnceAtATimeHoweverMuchFails() {
    openPage("");
    awaitLive();

    assertThat(browser.run(RETRIES_WHILE_ALL_FAILS)).isEqualTo(List.of(1L, 1L, 1L, 1L, 0L));
  }

  @Test
  void fitsScreensOfEverySize() {
    List<ObjectNode> scene = Scene.alerts();
    scene.forEach(record -> DATABASE.insert(Alerts.read(record)));
    openPage("");
    await().atMost(SOON).until(() -> browser.count("#list li") == scene.size());
    await().atMost(SOON).until(() -> browser.count("path.country") > 200);
    browser.photograph("desktop");

    for (int width : List.of(390, 800, 1100, 1440)) {
      browser.resize(width, 900);
      await().atMost(SOON).untilAsserted(() -> assertThat(overflow()).isZero());
      browser.photograph("list-" + width);
    }
    openPage("#alert=" + scene.get(4).get("id").asString());
    await().atMost(SOON).until(() -> browser.count(".evidence li") == 4);
    for (int width : List.of(390, 1100, 1440)) {
      browser.resize(width, 900);
      await().atMost(SOON).untilAsserted(() -> assertThat(overflow()).isZero());
      await().atMost(SOON).until(PageIT::mapIsDrawnToItsEdges);
      browser.photograph("alert-" + width);
    }
    browser.prefer("dark");
    browser.photograph("dark");
  }

  private static Alert given(Consumer<ObjectNode> change) {
    Alert alert = Alerts.alert(change);
    DATABASE.insert(alert);
    return alert;
  }

  private static Consumer<ObjectNode> same(Alert alert, int revision) {
    return record -> record.put("id", alert.id()).put("revision", revision);
  }

  private static String status() {
    return browser.find(".people [role=status]").getText();
  }

  private static ObjectNode revision(Alert alert, int revision, String place) {
    return Alerts.record(
        at(place, "VE", 10.488, -66.879)
            .andThen(record -> record.put("id", alert.id()).put("revision", revision)));
  }

  private void openPage(String hash) {
    browser.open("http://localhost:" + port + "/" + hash);
  }

  private static void awaitLive() {
    await().atMost(SOON).until(() -> browser.find("#connection-text").getText().equals("Live"));
  }

  private static void awaitPlaces(String... places) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> assertThat(shownPlaces()).containsExactlyInAnyOrder(places));
  }

  private static List<String> shownPlaces() {
    return browser.texts("#list .where strong");
  }

  private static boolean mapIsDrawnToItsEdges() {
    return (Boolean)
        browser.run(
            """
            const map = document.getElementById('map').getBoundingClientRect();
            const drawn = document.querySelector('#map svg:has(.country)').getBoundingClientRect();
            return drawn.left <= map.left && drawn.right >= map.right
                && drawn.top <= map.top && drawn.bottom >= map.bottom;
            """);
  }

  private static long overflow() {
    return (Long)
        browser.run("return document.documentElement.scrollWidth - document.body.clientWidth");
  }
}

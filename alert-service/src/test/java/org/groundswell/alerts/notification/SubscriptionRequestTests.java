package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.groundswell.alerts.incident.Severity;
import org.groundswell.alerts.problems.BadField;
import org.groundswell.alerts.signals.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionRequestTests {

  private static final String HOOK =
      "{\"type\":\"WEBHOOK\",\"url\":\"https://x.example/\",\"secret\":\"0123456789abcdef\"}";

  @Test
  void readsAllThatMayBeSaid() {
    SubscriptionRequest request =
        read(
            """
            {"name": " Desk Lagos ", "enabled": false, "excerpts": true,
             "channel": {"type": "EMAIL", "to": ["desk@example.org", "a.b+c@example.org"]},
             "area": {"circle": {"lat": 6.45, "lon": 3.39, "radiusKm": 200}},
             "countries": ["NG", "BJ"], "kinds": ["STRIKE"], "minSeverity": "MODERATE",
             "minCertainty": "LIKELY", "stages": ["ONGOING", "PLANNED"],
             "quietHours": {"from": "22:00", "to": "07:00", "zone": "Africa/Lagos",
                            "breakThrough": "SEVERE"}}
            """);

    assertThat(request.name()).isEqualTo("Desk Lagos");
    assertThat(request.isEnabled()).isFalse();
    assertThat(request.showsExcerpts()).isTrue();
    assertThat(request.channel().recipients())
        .containsExactly("desk@example.org", "a.b+c@example.org");
    assertThat(request.selection().countries()).containsExactly("BJ", "NG");
    assertThat(request.selection().stages()).containsExactly(Stage.PLANNED, Stage.ONGOING);
    assertThat(request.quietHours())
        .isEqualTo(
            new QuietHours(
                LocalTime.of(22, 0),
                LocalTime.of(7, 0),
                ZoneId.of("Africa/Lagos"),
                Severity.SEVERE));
  }

  @Test
  void isEnabledAndShowsNoExcerptsUnlessItSaysSo() {
    SubscriptionRequest request = read("{\"name\":\"a\",\"channel\":" + HOOK + "}");

    assertThat(request.isEnabled()).isTrue();
    assertThat(request.showsExcerpts()).isFalse();
    assertThat(request.channel().recipients()).isEqualTo(List.of());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          "name": 5                                              | name                | -
          "name": ""                                             | name                | -
          "nmae": "a"                                            | nmae                | -
          "countries": ["Nigeria"]                               | countries           | Nigeria
          "countries": [null]                                    | countries           | -
          "kinds": ["RIOT"]                                      | kinds[0]            | RIOT
          "kinds": [0]                                           | kinds[0]            | 0
          "minSeverity": "severe"                                | minSeverity         | severe
          "stages": ["PAST"]                                     | stages              | PAST
          "enabled": "yes"                                       | enabled             | -
          "area": {}                                             | area.bbox           | -
          "area": {"circle": {"lat": 95, "lon": 0, "radiusKm": 1}} | area.circle.lat   | 95.0
          "area": {"circle": {"lat": 5, "lon": 0}}               | area.circle.radiusKm | -
          "area": {"circle": {"lat": 5, "lon": 0, "radiusKm": 1, "r": 1}}  | area.circle.r  | -
          "quietHours": {"from": "22:00", "to": "7", "zone": "UTC"} | quietHours.to    | 7
          "quietHours": {"from": "22:00", "to": "07:00", "zone": "Mars"} | quietHours.zone | Mars
          "quietHours": {"from": "22:00", "zone": "UTC"}         | quietHours.to       | -
          "channel": null                                        | channel             | -
          "channel": {"url": "https://x.example"}                | channel.type        | -
          "channel": {"type": "SMS"}                             | channel.type        | -
          "channel": {"type": "WEBHOOK", "secret": "0123456789abcdef"} | channel.url   | -
          "channel": {"type": "WEBHOOK", "url": "https://x.example", "secret": "hunter2"} | channel.secret | -
          "channel": {"type": "SLACK", "url": "https://x.example", "secret": "0123456789abcdef"} | channel.secret | -
          "channel": {"type": "EMAIL"}                           | channel.to          | -
          "channel": {"type": "EMAIL", "to": ["Desk <a@b.example>"]} | channel.to      | Desk <a@b.example>
          "channel": {"type": "EMAIL", "to": ["a@b.example", "a@b.example\\nBcc: c@d.example"]} | channel.to | *
          "channel": {"type": "EMAIL", "to": ["a@b.example"], "url": "https://x.example"} | channel.url | -
          "channel": {"type": "SLACK", "to": ["a@b.example"], "url": "https://x.example"} | channel.to | -
          """)
  void namesTheFieldThatIsWrongAndItsValue(String wrong, String field, String value) {
    String rest = wrong.startsWith("\"channel\"") ? "" : ",\"channel\":" + HOOK;
    String name = wrong.startsWith("\"name\"") ? "" : ",\"name\":\"a\"";

    BadField bad =
        catchThrowableOfType(
            BadField.class, () -> read("{" + wrong + rest + name + "}").selection());

    assertThat(bad.field()).isEqualTo(field);
    if (!"*".equals(value) && value != null) {
      assertThat(bad.value()).isEqualTo(value);
    }
    assertThat(bad.getMessage()).startsWith(field + " must be ").doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "null", "[]", "{", "5", "{\"name\":\"a\"} {}", "{\"name\":\"a\"}"})
  void refusesWhatIsNoSubscription(String json) {
    assertThat(catchThrowableOfType(BadField.class, () -> read(json))).isNotNull();
  }

  @Test
  void hasBounds() {
    String tooMany = "\"a@b.example\",".repeat(20) + "\"a@b.example\"";

    assertThat(
            catchThrowableOfType(
                    BadField.class,
                    () ->
                        read(
                            "{\"name\":\"a\",\"channel\":{\"type\":\"EMAIL\",\"to\":["
                                + tooMany
                                + "]}}"))
                .field())
        .isEqualTo("channel.to");
    assertThat(
            catchThrowableOfType(
                    BadField.class,
                    () -> read("{\"name\":\"" + "a".repeat(101) + "\",\"channel\":" + HOOK + "}"))
                .field())
        .isEqualTo("name");
  }

  private static SubscriptionRequest read(String json) {
    return SubscriptionRequest.read(json.getBytes(StandardCharsets.UTF_8));
  }
}

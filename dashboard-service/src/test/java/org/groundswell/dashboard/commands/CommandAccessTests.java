package org.groundswell.dashboard.commands;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.groundswell.dashboard.problems.Refused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;

class CommandAccessTests {

  private static final String TOKEN = "a secret of 20 chars";

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, localhost",
    "127.8.8.8, 127.0.0.1",
    "::1, [::1]",
    "0:0:0:0:0:0:0:1, LOCALHOST"
  })
  void servesThisMachineWithoutToken(String address, String name) {
    assertThatCode(() -> access(null).check(from(address, name))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.7", "192.168.1.1", "2001:db8::1", "0.0.0.0"})
  void servesNoOtherMachineWithoutToken(String address) {
    assertRefused(access(null), from(address, "localhost"), HttpStatus.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rebound.example", "127.0.0.1.rebound.example", "10.0.0.7", "localhost.example"})
  void servesNoOtherNameWithoutToken(String name) {
    assertRefused(access(null), from("127.0.0.1", name), HttpStatus.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
  void believesNoProxyThatThisMachineCalls(String header) {
    var request = from("127.0.0.1", "localhost");
    request.addHeader(header, "127.0.0.1");

    assertRefused(access(null), request, HttpStatus.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer " + TOKEN, "bearer " + TOKEN, "Bearer   " + TOKEN + " "})
  void servesAnyMachineWithTheToken(String authorization) {
    var request = from("10.0.0.7", "dashboard.example");
    request.addHeader("Authorization", authorization);
    request.addHeader("X-Forwarded-For", "203.0.113.9");

    assertThatCode(() -> access(TOKEN).check(request)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {TOKEN, "Basic " + TOKEN, "Bearer", "Bearer ", "Bearer another secret!!"})
  void servesNotEvenThisMachineWithAWrongToken(String authorization) {
    var request = from("127.0.0.1", "localhost");
    request.addHeader("Authorization", authorization);

    assertRefused(access(TOKEN), request, HttpStatus.UNAUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "something-new"})
  void refusesWhatABrowserSendsForAnotherOrigin(String site) {
    var request = from("127.0.0.1", "localhost");
    request.addHeader("Sec-Fetch-Site", site);

    assertRefused(access(null), request, HttpStatus.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example", "http://localhost:3000", "null", "http://[", "file://"})
  void refusesAnotherOriginOfABrowserThatSaysNoMore(String origin) {
    var request = from("127.0.0.1", "localhost");
    request.addHeader("Host", "localhost:8080");
    request.addHeader("Origin", origin);

    assertRefused(access(null), request, HttpStatus.FORBIDDEN);
  }

  @Test
  void servesItsOwnPage() {
    var request = from("127.0.0.1", "localhost");
    request.addHeader("Host", "localhost:8080");
    request.addHeader("Origin", "http://localhost:8080");

    assertThatCode(() -> access(null).check(request)).doesNotThrowAnyException();
  }

  private static void assertRefused(
      CommandAccess access, MockHttpServletRequest request, HttpStatus status) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> access.check(request))
        .matches(refused -> refused.getStatusCode().equals(status));
  }

  private static CommandAccess access(@Nullable String token) {
    return new CommandAccess(new CommandsProperties(token, 60, Duration.ofSeconds(10)));
  }

  private static MockHttpServletRequest from(String address, String name) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    request.setServerName(name);
    return request;
  }
}

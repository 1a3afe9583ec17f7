package org.groundswell.alerts.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.ErrorResponseException;

class OperatorAccessTests {

  private static final String TOKEN = "a secret of 20 chars";

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "0:0:0:0:0:0:0:1"})
  void servesThisMachineWithoutToken(String address) {
    assertThatCode(() -> access(null).check(from(address))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.7", "192.168.1.1", "2001:db8::1", "0.0.0.0"})
  void servesNoOtherMachineWithoutToken(String address) {
    assertRefused(access(null), from(address), HttpStatus.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
  void servesNobodyBehindAProxyWithoutToken(String header) {
    var request = from("127.0.0.1");
    request.addHeader(header, "127.0.0.1");

    assertRefused(access(null), request, HttpStatus.FORBIDDEN);
  }

  @Test
  void servesNoPageInABrowserWithoutToken() {
    var foreign = from("127.0.0.1");
    foreign.addHeader("Origin", "https://example.org");
    var image = from("127.0.0.1");
    image.addHeader("Sec-Fetch-Site", "cross-site");

    assertRefused(access(null), foreign, HttpStatus.FORBIDDEN);
    assertRefused(access(null), image, HttpStatus.FORBIDDEN);
  }

  @Test
  void servesNoOtherNameOfThisMachineWithoutToken() {
    var rebound = from("127.0.0.1");
    rebound.setServerName("example.org");

    assertRefused(access(null), rebound, HttpStatus.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer " + TOKEN, "bearer " + TOKEN, "Bearer   " + TOKEN + " "})
  void servesAnyMachineWithTheToken(String authorization) {
    var request = from("10.0.0.7");
    request.addHeader("Authorization", authorization);
    request.addHeader("X-Forwarded-For", "203.0.113.9");

    assertThatCode(() -> access(TOKEN).check(request)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {TOKEN, "Basic " + TOKEN, "Bearer", "Bearer ", "Bearer another secret!!"})
  void servesNotEvenThisMachineWithAWrongToken(String authorization) {
    var request = from("127.0.0.1");
    request.addHeader("Authorization", authorization);

    assertRefused(access(TOKEN), request, HttpStatus.UNAUTHORIZED);
  }

  @Test
  void takesNoShortTokenAndTellsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OperatorProperties("fifteen letters"))
        .withMessageContaining("groundswell.alerts.operator.token")
        .withMessageNotContaining("fifteen");
    assertThat(new OperatorProperties(TOKEN).toString()).doesNotContain(TOKEN);
    assertThat(new OperatorProperties(" ").token()).isNull();
  }

  private static void assertRefused(
      OperatorAccess access, MockHttpServletRequest request, HttpStatus status) {
    assertThatExceptionOfType(ErrorResponseException.class)
        .isThrownBy(() -> access.check(request))
        .matches(refused -> refused.getStatusCode().equals(status));
  }

  private static OperatorAccess access(@Nullable String token) {
    return new OperatorAccess(new OperatorProperties(token));
  }

  private static MockHttpServletRequest from(String address) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    return request;
  }
}

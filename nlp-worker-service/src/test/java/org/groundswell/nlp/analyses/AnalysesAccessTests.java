package org.groundswell.nlp.analyses;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;

class AnalysesAccessTests {

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

  private static void assertRefused(
      AnalysesAccess access, MockHttpServletRequest request, HttpStatus status) {
    assertThatExceptionOfType(ErrorResponseException.class)
        .isThrownBy(() -> access.check(request))
        .matches(refused -> refused.getStatusCode().equals(status));
  }

  private static AnalysesAccess access(@Nullable String token) {
    return new AnalysesAccess(new AnalysesProperties(token, DataSize.ofKilobytes(1), 1, 1));
  }

  private static MockHttpServletRequest from(String address) {
    var request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    return request;
  }
}

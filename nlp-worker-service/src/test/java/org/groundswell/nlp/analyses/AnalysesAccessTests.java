package org.groundswell.nlp.analyses;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;

class AnalysesAccessTests {

  private static final String TOKEN = "a token of 22 letters.";

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @Test
  void servesThisMachineWithoutAToken() {
    assertThatCode(() -> access(null).check(request)).doesNotThrowAnyException();
  }

  @Test
  void servesNoOtherMachineWithoutAToken() {
    request.setRemoteAddr("192.0.2.7");

    assertRefused(null, 403);
  }

  @Test
  void servesWhoBearsTheToken() {
    request.setRemoteAddr("192.0.2.7");
    request.addHeader("Authorization", "Bearer " + TOKEN);

    assertThatCode(() -> access(TOKEN).check(request)).doesNotThrowAnyException();
  }

  @Test
  void refusesAnotherTokenAndNone() {
    assertRefused(TOKEN, 401);
    request.addHeader("Authorization", "Bearer another token.....");
    assertRefused(TOKEN, 401);
  }

  private void assertRefused(String token, int status) {
    assertThatExceptionOfType(ErrorResponseException.class)
        .isThrownBy(() -> access(token).check(request))
        .matches(refused -> refused.getStatusCode().value() == status);
  }

  private static AnalysesAccess access(String token) {
    return new AnalysesAccess(new AnalysesProperties(token, DataSize.ofMegabytes(1), 1, 1));
  }
}

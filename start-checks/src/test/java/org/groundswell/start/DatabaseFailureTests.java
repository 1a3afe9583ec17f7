package org.groundswell.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

class DatabaseFailureTests {

  @ParameterizedTest
  @ValueSource(strings = {"28P01", "28000", "3D000", "08004"})
  void isFinalWhenTheServerHasSpoken(String state) {
    assertThat(failure(new SQLException("no", state)).isFinal()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "57P03", "53300"})
  void isNotFinalWhenItMayPass(String state) {
    assertThat(failure(new SQLException("no", state)).isFinal()).isFalse();
  }

  @Test
  void isFinalWhenTheServerIsNotTrusted() {
    var untrusted = new SQLException("no", "08006", new SSLHandshakeException("who are you"));

    assertThat(failure(new IllegalStateException(untrusted)).isFinal()).isTrue();
  }

  @Test
  void isFinalWhenTheServerHasAnotherName() {
    String said =
        "The hostname h could not be verified by hostnameverifier PgjdbcHostnameVerifier.";

    assertThat(failure(new SQLException(said, "08006")).isFinal()).isTrue();
  }

  @Test
  void tellsAddressAndRoleButNoPassword() {
    var environment =
        new MockEnvironment()
            .withProperty("spring.datasource.url", "jdbc:postgresql://h/d?password=hush&ssl=true")
            .withProperty("spring.datasource.username", "reader")
            .withProperty("spring.datasource.password", "hush");

    var cannotStart = failure(new SQLException("wrong role", "28000")).cannotStart(environment);

    assertThat(cannotStart.description())
        .contains("jdbc:postgresql://h/d?password=…&ssl=true", "\"reader\"", "wrong role")
        .doesNotContain("hush");
  }

  private static DatabaseFailure failure(Throwable thrown) {
    return DatabaseFailure.in(thrown).orElseThrow();
  }
}

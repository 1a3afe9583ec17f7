package org.groundswell.alerts.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.util.Map;
import java.util.Random;
import org.groundswell.alerts.problems.BadField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DestinationsTests {

  private static final Destinations CLOSED = destinations(false, false);
  private static final Destinations OPEN = destinations(true, true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://hooks.example.org/a/b?c=d",
        "https://hooks.example.org:443/",
        "https://hooks.example.org:8443/",
        "HTTPS://hooks.example.org",
        "https://8.8.8.8/",
        "https://[2606:4700::1111]/"
      })
  void takePublicAddressesWithTls(String url) {
    assertThatCode(() -> CLOSED.check(url, false)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.example.org/",
        "ftp://hooks.example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "https:///path",
        "https:hooks.example.org",
        "hooks.example.org",
        "https://user:password@hooks.example.org/",
        "https://hooks.example.org:22/",
        "https://hooks.example.org:1023/",
        "https://hooks.example.org:65536/",
        "https://hooks.example.org/a b",
        "https://exa_mple:99999999/",
        "https://127.0.0.1/",
        "https://[::1]:8443/",
        "https://[::ffff:127.0.0.1]/",
        "https://169.254.169.254/latest/meta-data/",
        "https://10.1.2.3/"
      })
  void refuseTheRest(String url) {
    assertThatExceptionOfType(BadField.class)
        .isThrownBy(() -> CLOSED.check(url, false))
        .matches(bad -> bad.field().equals("channel.url"))
        .matches(bad -> bad.value() == null || url.startsWith(bad.value()));
  }

  @Test
  void quoteNoSecret() {
    assertThatExceptionOfType(BadField.class)
        .isThrownBy(() -> CLOSED.check("http://hooks.example.org/s3cret", true))
        .matches(bad -> bad.value() == null)
        .withMessageNotContaining("s3cret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080/", "https://10.1.2.3/", "http://[fc00::1]/"})
  void takePrivateAddressesWithoutTlsWhereThatIsAllowed(String url) {
    assertThatCode(() -> OPEN.check(url, false)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.168.0.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:10.0.0.1",
        "::ffff:7f00:1",
        "64:ff9b::a00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "2002:7f00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void connectToNothingThatIsNotPublic(String address) {
    assertThat(CLOSED.addresses().matches(InetAddress.ofLiteral(address))).isFalse();
    assertThat(OPEN.addresses().matches(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "223.255.255.255",
        "::ffff:8.8.8.8",
        "2606:4700::1111",
        "2a00:1450:4001::1"
      })
  void connectToWhatIsPublic(String address) {
    assertThat(CLOSED.addresses().matches(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void connectToNothingInThePrivateNetworksHoweverWritten() throws Exception {
    var random = new Random(3);
    byte[][] mapped = new byte[3][16];
    mapped[0][10] = mapped[0][11] = (byte) 0xff; // IPv4-mapped
    mapped[1][1] = 0x64; // NAT64
    mapped[1][2] = (byte) 0xff;
    mapped[1][3] = (byte) 0x9b;
    for (int i = 0; i < 5_000; i++) {
      byte[] four = new byte[4];
      random.nextBytes(four);
      four[0] = (byte) (i % 2 == 0 ? 10 : 127);
      assertThat(CLOSED.addresses().matches(InetAddress.getByAddress(four))).isFalse();
      for (byte[] prefix : mapped) {
        byte[] sixteen = prefix.clone();
        System.arraycopy(four, 0, sixteen, 12, 4);
        assertThat(CLOSED.addresses().matches(InetAddress.getByAddress(sixteen))).isFalse();
      }
    }
  }

  private static Destinations destinations(boolean allowPrivate, boolean allowHttp) {
    return new Destinations(
        Samples.properties(
            Map.of(
                "groundswell.alerts.notification.allow-private", String.valueOf(allowPrivate),
                "groundswell.alerts.notification.allow-http", String.valueOf(allowHttp))));
  }
}

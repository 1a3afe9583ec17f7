package org.groundswell.alerts.notification;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import org.groundswell.alerts.problems.BadField;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/**
 * Where webhooks may lead. Names are judged by the address that they turn out to have when it is
 * connected to, so that a name that changes its address between a check and the connection gains
 * nothing.
 */
@Component
class Destinations {

  private static final String FIELD = "channel.url";
  private static final int FIRST_FREE_PORT = 1024;

  /**
   * What Spring Boot does not count as internal: IPv4 in IPv6 of old (RFC 4291), documentation (RFC
   * 9637), segment routing (RFC 9602), and the metadata of Azure, which lies at a public address.
   */
  private static final InetAddressFilter PUBLIC =
      InetAddressFilter.externalAddresses()
          .andNot("::/96", "3fff::/20", "5f00::/16", "168.63.129.16");

  private final NotificationProperties notification;

  Destinations(NotificationProperties notification) {
    this.notification = notification;
  }

  /** Returns which addresses may be connected to. */
  InetAddressFilter addresses() {
    return notification.allowPrivate() ? InetAddressFilter.all() : PUBLIC;
  }

  /**
   * Returns when a URL may be taken into a subscription.
   *
   * @param secret whether problems may not quote it
   * @throws BadField otherwise
   */
  void check(String url, boolean secret) {
    String shown = secret ? null : url;
    URI uri = parsed(url, shown);
    BadField.unless(
        "https".equalsIgnoreCase(uri.getScheme())
            || (notification.allowHttp() && "http".equalsIgnoreCase(uri.getScheme())),
        FIELD,
        shown,
        notification.allowHttp() ? "an http or https address" : "an https address");
    BadField.unless(uri.getHost() != null, FIELD, shown, "an address with a host");
    BadField.unless(uri.getRawUserInfo() == null, FIELD, null, "without user and password");
    BadField.unless(
        isAllowed(uri.getPort()), FIELD, shown, "on port 80, 443 or one from 1024 upwards");
    BadField.unless(
        !isForbiddenLiteral(uri.getHost()),
        FIELD,
        shown,
        "at a public address, unless groundswell.alerts.notification.allow-private is true");
  }

  private static URI parsed(String url, @Nullable String shown) {
    try {
      return new URI(url);
    } catch (URISyntaxException _) {
      throw new BadField(FIELD, shown, "an address");
    }
  }

  private static boolean isAllowed(int port) {
    return port == -1 || port == 80 || port == 443 || (port >= FIRST_FREE_PORT && port <= 0xFFFF);
  }

  private boolean isForbiddenLiteral(String host) {
    try {
      return !addresses().matches(InetAddress.ofLiteral(host.replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException _) {
      return false; // a name
    }
  }
}

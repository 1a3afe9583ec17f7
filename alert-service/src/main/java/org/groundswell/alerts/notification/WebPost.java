package org.groundswell.alerts.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.groundswell.alerts.notification.Outcome.Failed;
import org.groundswell.alerts.notification.Outcome.Refused;
import org.groundswell.alerts.notification.Outcome.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.FilteredHostException;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpCookieHandling;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Posts JSON to addresses that subscribers name. Connects to allowed addresses only, directly and
 * never through a proxy, which would look names up by itself; follows no redirect, keeps no cookie
 * and reads nothing of an answer but its head. Thread-safe.
 */
@Component
class WebPost implements AutoCloseable {

  /** Asked to come back, in the words of RFC 9110 and RFC 6585. */
  private static final Set<Integer> LATER =
      Set.of(
          HttpStatus.REQUEST_TIMEOUT.value(),
          HttpStatus.TOO_EARLY.value(),
          HttpStatus.TOO_MANY_REQUESTS.value());

  private static final int MOST_CONNECTIONS = 64;

  private final CloseableHttpClient client;
  private final Clock wall;

  @Autowired
  WebPost(NotificationProperties notification, Destinations destinations, Clock wallClock) {
    this(
        notification.timeout(),
        destinations.addresses(),
        wallClock,
        SystemDefaultDnsResolver.INSTANCE);
  }

  /**
   * As above, with the names that a test gives to addresses.
   *
   * @param timeout to connect, and of silence
   */
  WebPost(Duration timeout, InetAddressFilter addresses, Clock wallClock, DnsResolver names) {
    wall = wallClock;
    var settings =
        HttpClientSettings.defaults()
            .withTimeouts(timeout, timeout)
            .withRedirects(HttpRedirects.DONT_FOLLOW)
            .withCookieHandling(HttpCookieHandling.DISABLE)
            .withInetAddressFilter(addresses);
    client =
        new HttpComponentsHttpClientBuilder()
            .withDnsResolver(names)
            .withConnectionManagerCustomizer(manager ->
                manager.setMaxConnTotal(MOST_CONNECTIONS).setMaxConnPerRoute(MOST_CONNECTIONS))
            .withCustomizer(builder ->
                builder
                    .setRoutePlanner(new DefaultRoutePlanner(null))
                    .setUserAgent("Groundswell")
                    // Each message looks its receiver up, and has the address judged, anew.
                    .setConnectionReuseStrategy((_, _, _) -> false)
                    .disableAutomaticRetries()
                    .disableAuthCaching()
                    .disableContentCompression())
            .build(settings);
  }

  /** Posts once; what the receiver answers with a body is not read. */
  Outcome post(URI url, byte[] body, Map<String, String> headers) {
    var request = new HttpPost(url);
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    headers.forEach(request::setHeader);
    try (ClassicHttpResponse response = client.executeOpen(null, request, null)) {
      return judged(response);
    } catch (FilteredHostException _) {
      return new Refused("The receiver has an address that is not allowed");
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      // Only the kind: messages hold names and addresses.
      return new Failed("No answer: " + e.getClass().getSimpleName());
    }
  }

  private Outcome judged(ClassicHttpResponse response) {
    int status = response.getCode();
    if (status >= 200 && status < 300) {
      return new Sent();
    }
    String detail = "Answered with status " + status;
    return status >= 500 || LATER.contains(status)
        ? new Failed(detail, retryAfter(response.getFirstHeader("Retry-After")))
        : new Refused(detail);
  }

  private Duration retryAfter(@Nullable Header header) {
    String value = header == null ? "" : header.getValue().strip();
    return value.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : until(value);
  }

  private Duration until(String date) {
    try {
      Instant then = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration pause = Duration.between(wall.instant(), then);
      return pause.isNegative() ? Duration.ZERO : pause;
    } catch (DateTimeException _) {
      return Duration.ZERO;
    }
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}

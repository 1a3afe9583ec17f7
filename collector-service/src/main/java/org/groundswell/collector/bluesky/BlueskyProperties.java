package org.groundswell.collector.bluesky;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.validation.annotation.Validated;

/**
 * How Bluesky's stream is followed.
 *
 * @param enabled whether Bluesky's public stream is followed; it is read from the Internet
 * @param hosts addresses of Jetstream, ws or wss, all with the same data; taken in turn when a
 *     connection is lost
 * @param rewind how far before the cursor a new connection begins, 0 or more; what comes twice is
 *     passed over
 * @param connectTimeout how long a connection may take to come about, above 0
 * @param silence time without event or ping after which a connection is taken for dead, above 0;
 *     servers ping every 30 seconds
 * @param backoffMin wait after the first lost connection, above 0; a random half is taken off
 * @param backoffMax longest wait after lost connections, to which it doubles; at least backoff-min
 */
@Validated
@ConfigurationProperties("groundswell.collector.bluesky")
record BlueskyProperties(
    @DefaultValue("false") boolean enabled,
    @NotEmpty
        @DefaultValue({
          "wss://jetstream2.us-east.bsky.network/subscribe",
          "wss://jetstream1.us-east.bsky.network/subscribe",
          "wss://jetstream2.us-west.bsky.network/subscribe",
          "wss://jetstream1.us-west.bsky.network/subscribe"
        })
        List<URI> hosts,
    @NotNull @DefaultValue("5s") Duration rewind,
    @NotNull @DefaultValue("10s") Duration connectTimeout,
    @NotNull @DefaultValue("90s") Duration silence,
    @NotNull @DefaultValue("1s") Duration backoffMin,
    @NotNull @DefaultValue("60s") Duration backoffMax) {

  BlueskyProperties {
    hosts.forEach(host ->
        Assert.isTrue(
            "ws".equals(host.getScheme()) || "wss".equals(host.getScheme()),
            () ->
                "groundswell.collector.bluesky.hosts: %s must begin with ws: or wss:"
                    .formatted(host)));
    Assert.isTrue(
        !rewind.isNegative(),
        () -> "groundswell.collector.bluesky.rewind (%s) must not be negative".formatted(rewind));
    positive("connect-timeout", connectTimeout);
    positive("silence", silence);
    positive("backoff-min", backoffMin);
    Assert.isTrue(
        backoffMax.compareTo(backoffMin) >= 0,
        () ->
            ("groundswell.collector.bluesky.backoff-max (%s) must be at least"
                    + " groundswell.collector.bluesky.backoff-min (%s)")
                .formatted(backoffMax, backoffMin));
  }

  private static void positive(String name, Duration value) {
    Assert.isTrue(
        value.isPositive(),
        () -> "groundswell.collector.bluesky.%s (%s) must be positive".formatted(name, value));
  }
}

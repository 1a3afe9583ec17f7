package org.groundswell.alerts.notification;

import java.util.List;
import org.groundswell.alerts.problems.BadField;
import org.jspecify.annotations.Nullable;

/**
 * How a subscriber is to be reached, as an operator says it.
 *
 * @param url of a webhook or of Slack; for Slack it is a secret
 * @param secret key of a webhook's signature
 * @param to addresses of an e-mail
 */
record ChannelRequest(
    Channel type, @Nullable String url, @Nullable String secret, @Nullable List<String> to) {

  private static final int LONGEST_URL = 2_000;
  private static final int SHORTEST_SECRET = 16;
  private static final int LONGEST_SECRET = 200;
  private static final int MOST_RECIPIENTS = 20;
  private static final int LONGEST_ADDRESS = 254; // of RFC 5321

  /** No spaces, controls, quotes or brackets: nothing that could begin another header or name. */
  private static final String ADDRESS =
      "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?";

  ChannelRequest {
    BadField.unless(type != null, "type", null, "WEBHOOK, EMAIL or SLACK");
    url = url == null ? null : url.strip();
    BadField.unless(url == null || url.length() <= LONGEST_URL, "url", null, "at most 2000 long");
    BadField.unless(
        secret == null || (secret.length() >= SHORTEST_SECRET && secret.length() <= LONGEST_SECRET),
        "secret",
        null,
        "16 to 200 characters");
    to = to == null ? List.of() : to;
    onlyWhatBelongs(type, url, secret, to);
    BadField.unless(to.size() <= MOST_RECIPIENTS, "to", to.size(), "at most 20 addresses");
    to.forEach(ChannelRequest::checkAddress);
    to = List.copyOf(to);
  }

  /** Returns what must not be told; null for an e-mail, and where the known one is to be kept. */
  @Nullable String confidential() {
    return type == Channel.SLACK ? url : secret;
  }

  /** Returns where a webhook leads; null for the others. */
  @Nullable String openUrl() {
    return type == Channel.WEBHOOK ? url : null;
  }

  /** Returns whom an e-mail goes to; nobody for the others. */
  List<String> recipients() {
    return to == null ? List.of() : to;
  }

  private static void onlyWhatBelongs(
      Channel type, @Nullable String url, @Nullable String secret, List<String> to) {
    boolean mail = type == Channel.EMAIL;
    BadField.unless(mail != to.isEmpty(), "to", null, "given for EMAIL, and only there");
    BadField.unless(!mail || url == null, "url", null, "left out for EMAIL");
    BadField.unless(
        type == Channel.WEBHOOK || secret == null, "secret", null, "given for WEBHOOK only");
    BadField.unless(type != Channel.WEBHOOK || url != null, "url", null, "given");
  }

  private static void checkAddress(@Nullable String address) {
    BadField.unless(
        address != null && address.length() <= LONGEST_ADDRESS && address.matches(ADDRESS),
        "to",
        address,
        "addresses such as desk@example.org");
  }
}

package org.groundswell.dashboard.alerts;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;

/**
 * Where a page ended: the last alert's place in the order. Unlike an offset it stays right when
 * alerts are added at the front while someone turns the pages.
 *
 * @param detected event time at which that alert was raised
 * @param id of that alert
 */
record Cursor(Instant detected, String id) {

  /**
   * Reads what {@link #toString()} wrote.
   *
   * @throws IllegalArgumentException when it did not
   */
  static Cursor of(String text) {
    try {
      String decoded = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int gap = decoded.indexOf(' ');
      return new Cursor(Instant.parse(decoded.substring(0, gap)), decoded.substring(gap + 1));
    } catch (IllegalArgumentException | DateTimeException | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("it is not the cursor of a page's next link", e);
    }
  }

  KeysetScrollPosition position() {
    return ScrollPosition.forward(Map.of("detected", detected, "id", id));
  }

  @Override
  public String toString() {
    byte[] plain = (detected + " " + id).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(plain);
  }
}

package org.groundswell.dashboard.alerts;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A country as GeoNames names it: ISO 3166-1 alpha-2, and XK for Kosovo, which has no code there.
 *
 * @param value two upper-case letters
 */
record CountryCode(String value) {

  private static final Set<String> KNOWN = known();

  CountryCode {
    if (!KNOWN.contains(value)) {
      throw new IllegalArgumentException(
          "'%s' is not a country's two-letter code (ISO 3166-1)".formatted(value));
    }
  }

  /**
   * Reads a code in either case.
   *
   * @throws IllegalArgumentException when there is no such country
   */
  static CountryCode of(String text) {
    return new CountryCode(text.strip().toUpperCase(Locale.ROOT));
  }

  private static Set<String> known() {
    var codes = new HashSet<>(List.of(Locale.getISOCountries()));
    codes.add("XK");
    return Set.copyOf(codes);
  }
}

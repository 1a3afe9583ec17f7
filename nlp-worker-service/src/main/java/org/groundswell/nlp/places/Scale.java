package org.groundswell.nlp.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Adds up logits, and keeps what they came from when somebody wants to know. */
final class Scale {

  private final @Nullable List<String> parts;
  private double sum;

  private Scale(@Nullable List<String> parts) {
    this.parts = parts;
  }

  static Scale silent() {
    return new Scale(null);
  }

  static Scale explaining() {
    return new Scale(new ArrayList<>());
  }

  void add(String reason, double logits) {
    sum += logits;
    if (parts != null && logits != 0) {
      parts.add(String.format(Locale.ROOT, "%s %+.1f", reason, logits));
    }
  }

  double sum() {
    return sum;
  }

  /** Such as "size +1.2, preposition +1.6"; empty for a silent one. */
  String explanation() {
    return parts == null ? "" : String.join(", ", parts);
  }
}

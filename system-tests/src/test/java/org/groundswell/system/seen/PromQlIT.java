package org.groundswell.system.seen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromQlIT {

  private static final String QUERY =
      "histogram_quantile(0.95, sum by (le, step) (rate(a_bucket{job=~\"x|y\", uri!=\"/z\"}[5m])))"
          + " > 300 and deriv(sum without (b) (c)[15m:1m]) > 0 or d offset 15m == 1e3";

  @Test
  void findsMetricsAmongFunctionsLabelsAndUnits() {
    assertThat(PromQl.metrics(QUERY)).containsExactly("a_bucket", "c", "d");
  }

  @Test
  void findsWhatTheyAreSelectedBy() {
    assertThat(PromQl.selectors(QUERY)).containsExactly("a_bucket{job", "a_bucket{uri");
  }
}

package org.groundswell.dashboard.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list of alerts.
 *
 * @param alerts without evidence, most recently raised first
 */
record AlertPage(List<Alert> alerts, Page page) {

  /**
   * Where this page stands.
   *
   * @param size how many alerts were asked for
   * @param total how many alerts match, on all pages, at the moment of asking
   * @param next path and query of the following page; null on the last one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(int size, long total, @Nullable String next) {}
}

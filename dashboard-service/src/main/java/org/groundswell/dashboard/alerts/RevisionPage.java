package org.groundswell.dashboard.alerts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of an alert's history.
 *
 * @param revisions oldest first
 */
record RevisionPage(List<Revision> revisions, Page page) {

  /**
   * Where this page stands.
   *
   * @param size how many revisions were asked for
   * @param next path and query of the following page; null on the last one
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Page(int size, @Nullable String next) {}
}

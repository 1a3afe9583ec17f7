package org.groundswell.dashboard.alerts;

import io.swagger.v3.oas.annotations.Parameter;
import org.groundswell.dashboard.problems.BadParameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of a list of revisions; one that was not given is null. */
record RevisionSearch(
    @Parameter(description = "Only revisions that follow this one, 0 or more")
        @Nullable Integer after,
    @Parameter(description = "Revisions on a page, 1 to 100; 50 by default")
        @Nullable Integer size) {

  // A revision may hold a hundred comments of two thousand characters.
  private static final int MOST = 100;
  private static final int DEFAULT = 50;

  /**
   * Checks what no type tells.
   *
   * @throws BadParameter when {@code after} or {@code size} is out of range
   */
  void check() {
    if (after != null && after < 0) {
      throw new BadParameter("after", after, "it must be 0 or more");
    }
    if (size != null && (size < 1 || size > MOST)) {
      throw new BadParameter("size", size, "it must be between 1 and " + MOST);
    }
  }

  int from() {
    return after == null ? 0 : after;
  }

  int most() {
    return size == null ? DEFAULT : size;
  }
}

package org.groundswell.alerts.notification;

import java.util.List;
import org.groundswell.alerts.problems.BadField;

/**
 * One page of a list.
 *
 * @param page from 0
 * @param total of all pages
 */
record Listing<T>(List<T> items, int page, int size, long total) {

  private static final int LAST_PAGE = 10_000;
  private static final int MOST = 200;

  /**
   * Returns when a page may be asked for.
   *
   * @throws BadField otherwise
   */
  static void check(int page, int size) {
    BadField.unless(page >= 0 && page <= LAST_PAGE, "page", page, "0 to 10000");
    BadField.unless(size >= 1 && size <= MOST, "size", size, "1 to 200");
  }
}

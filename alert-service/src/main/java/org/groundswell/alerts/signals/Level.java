package org.groundswell.alerts.signals;

/** How wide a place is, narrowest first; detection relies on the order. */
public enum Level {
  TOWN(0),
  ADMIN1(1),
  COUNTRY(2);

  private final int rank;

  Level(int rank) {
    this.rank = rank;
  }

  /** Returns the position in the order, which is part of the keys of state stores. */
  public int rank() {
    return rank;
  }
}

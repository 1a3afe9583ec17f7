package org.groundswell.alerts.signals;

/**
 * Kinds of unrest that are counted together, beside the count of all: people tell a march from a
 * rally from a sit-in less surely than a strike from a riot.
 */
public enum KindGroup {
  PROTEST(0),
  STRIKE(1),
  VIOLENCE(2);

  /** How many there are. */
  public static final int COUNT = values().length;

  private final int position;

  KindGroup(int position) {
    this.position = position;
  }

  /** Returns where a list with a figure for each group has that of this one. */
  public int position() {
    return position;
  }
}

package org.groundswell.alerts.signals;

import java.util.Locale;

/** Kinds of unrest: ACLED's vocabulary with our additions. */
public enum EventType {
  PEACEFUL_PROTEST(Force.NONE),
  PROTEST_WITH_INTERVENTION(Force.SOME),
  EXCESSIVE_FORCE(Force.VIOLENT),
  VIOLENT_DEMONSTRATION(Force.VIOLENT),
  MOB_VIOLENCE(Force.VIOLENT),
  STRIKE(Force.NONE),
  BLOCKADE(Force.SOME),
  BOYCOTT(Force.NONE),
  HUNGER_STRIKE(Force.NONE),
  LOOTING(Force.VIOLENT),
  OTHER_UNREST(Force.NONE);

  /** How much force a kind of unrest comes with. */
  public enum Force {
    NONE,
    SOME,
    VIOLENT
  }

  private final Force force;

  EventType(Force force) {
    this.force = force;
  }

  public Force force() {
    return force;
  }

  /** Returns the kind as words in a sentence. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

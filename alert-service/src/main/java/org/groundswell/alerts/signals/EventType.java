package org.groundswell.alerts.signals;

import java.util.Locale;

/** Kinds of unrest: ACLED's vocabulary with our additions. */
public enum EventType {
  PEACEFUL_PROTEST(Force.NONE, KindGroup.PROTEST),
  PROTEST_WITH_INTERVENTION(Force.SOME, KindGroup.PROTEST),
  EXCESSIVE_FORCE(Force.VIOLENT, KindGroup.PROTEST),
  VIOLENT_DEMONSTRATION(Force.VIOLENT, KindGroup.VIOLENCE),
  MOB_VIOLENCE(Force.VIOLENT, KindGroup.VIOLENCE),
  STRIKE(Force.NONE, KindGroup.STRIKE),
  BLOCKADE(Force.SOME, KindGroup.STRIKE),
  BOYCOTT(Force.NONE, KindGroup.STRIKE),
  HUNGER_STRIKE(Force.NONE, KindGroup.STRIKE),
  LOOTING(Force.VIOLENT, KindGroup.VIOLENCE),
  OTHER_UNREST(Force.NONE, KindGroup.PROTEST);

  /** How much force a kind of unrest comes with. */
  public enum Force {
    NONE,
    SOME,
    VIOLENT
  }

  private final Force force;
  private final KindGroup group;

  EventType(Force force, KindGroup group) {
    this.force = force;
    this.group = group;
  }

  /** Returns the group that it is counted in. */
  public KindGroup group() {
    return group;
  }

  public Force force() {
    return force;
  }

  /** Returns the kind as words in a sentence. */
  public String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}

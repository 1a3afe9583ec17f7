package org.groundswell.dashboard.alerts;

/**
 * What people did, in ACLED's vocabulary with strike, blockade, boycott, hunger strike and looting
 * added.
 */
public enum EventType {
  PEACEFUL_PROTEST,
  PROTEST_WITH_INTERVENTION,
  EXCESSIVE_FORCE,
  VIOLENT_DEMONSTRATION,
  MOB_VIOLENCE,
  STRIKE,
  BLOCKADE,
  BOYCOTT,
  HUNGER_STRIKE,
  LOOTING,
  OTHER_UNREST
}

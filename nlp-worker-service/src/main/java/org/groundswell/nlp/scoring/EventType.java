package org.groundswell.nlp.scoring;

/**
 * The kinds of unrest. The first six follow sub-event types of ACLED (Armed Conflict Location and
 * Event Data); the others are our own. {@code corpus/README.md} maps all of them to ACLED, PLOVER
 * and CAMEO and says where one kind ends and the next begins.
 */
public enum EventType {
  /** People demonstrate, or call each other to, and nobody steps in. */
  PEACEFUL_PROTEST,
  /** Police or others disperse, gas, surround or arrest people who demonstrate. */
  PROTEST_WITH_INTERVENTION,
  /** People who demonstrate are shot at, badly hurt or killed. */
  EXCESSIVE_FORCE,
  /** Those who demonstrate throw, burn, break or fight. */
  VIOLENT_DEMONSTRATION,
  /** A crowd attacks people: lynching, pogrom, fights between groups. */
  MOB_VIOLENCE,
  /** Work, or school, is laid down. */
  STRIKE,
  /** A road, a border, a railway, a port is closed by people. */
  BLOCKADE,
  /** A purchase, a vote, a payment, a seat is refused together. */
  BOYCOTT,
  /** Food is refused. */
  HUNGER_STRIKE,
  /** Shops or stores are plundered by a crowd. */
  LOOTING,
  /** Mutiny, prison riot, curfew or shutdown because of unrest, occupation, self-immolation. */
  OTHER_UNREST
}

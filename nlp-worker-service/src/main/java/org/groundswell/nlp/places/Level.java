package org.groundswell.nlp.places;

/** How precise a place is, most precise first. */
public enum Level {
  /** Any populated place, from a village to a metropolis, and named sections of the largest. */
  TOWN,
  /** A first-order division: state, province, oblast, governorate. */
  ADMIN1,
  COUNTRY
}

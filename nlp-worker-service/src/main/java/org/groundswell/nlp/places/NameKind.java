package org.groundswell.nlp.places;

/** In what way a name stands for a place. The order is part of the gazetteer's file format. */
enum NameKind {
  /** Its own name, in any language that we ship. */
  NAME,
  /** Another name that GeoNames knows, perhaps old, foreign or rare. */
  ALTERNATE,
  /** An abbreviation that is only meant in capitals, such as TX or UK. */
  CODE,
  /** A people or an adjective, such as Nigerian: points at the country and no more. */
  DEMONYM,
  /** A square, street or monument known beyond its town. */
  LANDMARK,
  /** A county or district within a division, which stands for its largest town. */
  DISTRICT;

  private static final NameKind[] KINDS = values();

  static NameKind of(int ordinal) {
    return KINDS[ordinal];
  }
}

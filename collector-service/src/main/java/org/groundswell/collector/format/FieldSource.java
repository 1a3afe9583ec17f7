package org.groundswell.collector.format;

import org.jspecify.annotations.Nullable;

/** A record of the plain form, whatever holds it. */
@FunctionalInterface
interface FieldSource {

  /** Returns the text of the field, null when it is absent, empty of meaning or not a scalar. */
  @Nullable String get(String name);
}

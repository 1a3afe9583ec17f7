/** Finds the places that a post speaks of, by a gazetteer that ships with the service. */
@NullMarked
package org.groundswell.nlp.places;

import org.jspecify.annotations.NullMarked;

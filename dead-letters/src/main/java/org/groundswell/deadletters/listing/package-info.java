/** Looks at dead letters without changing anything. */
@NullMarked
package org.groundswell.deadletters.listing;

import org.jspecify.annotations.NullMarked;

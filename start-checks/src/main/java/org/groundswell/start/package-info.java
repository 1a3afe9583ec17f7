/** Checks at the start of every service, and the paragraph that says why a start was refused. */
@NullMarked
package org.groundswell.start;

import org.jspecify.annotations.NullMarked;

/** Answers questions about alerts over REST and shows them on a page; it never writes. */
@NullMarked
package org.groundswell.dashboard;

import org.jspecify.annotations.NullMarked;

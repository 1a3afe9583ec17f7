/** Answers to requests that cannot be served, as RFC 9457 has them. */
@NullMarked
package org.groundswell.alerts.problems;

import org.jspecify.annotations.NullMarked;

/** Says what was wrong with a request as problem details (RFC 9457). */
@NullMarked
package org.groundswell.dashboard.problems;

import org.jspecify.annotations.NullMarked;

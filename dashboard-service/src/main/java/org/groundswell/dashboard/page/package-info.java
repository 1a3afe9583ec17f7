/** Serves the page, whose files lie in {@code resources/static}, and guards the browser. */
@NullMarked
package org.groundswell.dashboard.page;

import org.jspecify.annotations.NullMarked;

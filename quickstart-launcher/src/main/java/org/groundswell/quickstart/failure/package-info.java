/** How a run says that it cannot go on. */
@NullMarked
package org.groundswell.quickstart.failure;

import org.jspecify.annotations.NullMarked;

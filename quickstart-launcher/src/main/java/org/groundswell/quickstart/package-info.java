/** The command line, and the order in which a run starts and stops. */
@NullMarked
package org.groundswell.quickstart;

import org.jspecify.annotations.NullMarked;

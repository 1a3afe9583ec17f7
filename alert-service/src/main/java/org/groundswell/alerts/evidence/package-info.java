/** The posts that an alert is shown with, and how they are erased again. */
@NullMarked
package org.groundswell.alerts.evidence;

import org.jspecify.annotations.NullMarked;

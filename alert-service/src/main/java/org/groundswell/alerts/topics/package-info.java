/** The topics that this service writes, created when it starts. */
@NullMarked
package org.groundswell.alerts.topics;

import org.jspecify.annotations.NullMarked;

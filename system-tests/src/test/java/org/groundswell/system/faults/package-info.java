/** What happens when services are scaled, restarted and killed while posts come in. */
@NullMarked
package org.groundswell.system.faults;

import org.jspecify.annotations.NullMarked;

/** What people see of the running services: metrics, traces, logs, and the rules that read them. */
@NullMarked
package org.groundswell.system.seen;

import org.jspecify.annotations.NullMarked;

/** Kafka and PostgreSQL closed to strangers, and the services let in. */
@NullMarked
package org.groundswell.system.security;

import org.jspecify.annotations.NullMarked;

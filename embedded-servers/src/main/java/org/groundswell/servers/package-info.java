/** A real Kafka broker and a real PostgreSQL that need no installation; loopback only. */
@NullMarked
package org.groundswell.servers;

import org.jspecify.annotations.NullMarked;

/** Clients of Kafka, reading from an offset to a fixed end, and what to say when it fails. */
@NullMarked
package org.groundswell.deadletters.broker;

import org.jspecify.annotations.NullMarked;

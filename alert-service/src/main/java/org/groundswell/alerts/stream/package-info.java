/** The Kafka Streams topology and its life: it starts when its topics exist and says how it is. */
@NullMarked
package org.groundswell.alerts.stream;

import org.jspecify.annotations.NullMarked;

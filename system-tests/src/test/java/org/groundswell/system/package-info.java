/** The whole system from outside: real jars, real servers, driven by files, Kafka and HTTP. */
@NullMarked
package org.groundswell.system;

import org.jspecify.annotations.NullMarked;

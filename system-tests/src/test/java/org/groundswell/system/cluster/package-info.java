/** The services' own jars as processes, beside a real broker and a real database. */
@NullMarked
package org.groundswell.system.cluster;

import org.jspecify.annotations.NullMarked;

/** The calm background: what people write when nothing happens. */
@NullMarked
package org.groundswell.sample.chatter;

import org.jspecify.annotations.NullMarked;

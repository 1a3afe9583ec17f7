/** The shapes that posts come in, one reader for each. */
@NullMarked
package org.groundswell.collector.format;

import org.jspecify.annotations.NullMarked;

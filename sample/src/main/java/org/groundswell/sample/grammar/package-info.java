/** Turns grammar files into sentences, and sentences into what people really type. */
@NullMarked
package org.groundswell.sample.grammar;

import org.jspecify.annotations.NullMarked;

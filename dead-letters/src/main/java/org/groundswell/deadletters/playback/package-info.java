/** Writes dead letters back to where they came from, each once. */
@NullMarked
package org.groundswell.deadletters.playback;

import org.jspecify.annotations.NullMarked;

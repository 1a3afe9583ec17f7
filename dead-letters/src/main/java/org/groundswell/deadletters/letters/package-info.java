/** What a dead letter is, which ones are meant, and what is remembered of those played back. */
@NullMarked
package org.groundswell.deadletters.letters;

import org.jspecify.annotations.NullMarked;

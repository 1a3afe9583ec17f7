/** Real servers for tests: containers when Docker answers, embedded ones otherwise. */
@NullMarked
package org.groundswell.testing;

import org.jspecify.annotations.NullMarked;

/** Dead letters, from the service that writes them to the command that plays them back. */
@NullMarked
package org.groundswell.system.letters;

import org.jspecify.annotations.NullMarked;

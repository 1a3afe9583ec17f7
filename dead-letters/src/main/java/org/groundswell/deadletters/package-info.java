/** The command that lists, shows and plays back what Groundswell's services could not read. */
@NullMarked
package org.groundswell.deadletters;

import org.jspecify.annotations.NullMarked;

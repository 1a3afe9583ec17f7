/** The one folder that a run writes to. */
@NullMarked
package org.groundswell.quickstart.folder;

import org.jspecify.annotations.NullMarked;

/** The four services as processes of their own. */
@NullMarked
package org.groundswell.quickstart.process;

import org.jspecify.annotations.NullMarked;

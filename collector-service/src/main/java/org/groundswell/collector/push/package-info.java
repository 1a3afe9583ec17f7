/** Posts that are pushed over HTTP, and their deletion. */
@NullMarked
package org.groundswell.collector.push;

import org.jspecify.annotations.NullMarked;

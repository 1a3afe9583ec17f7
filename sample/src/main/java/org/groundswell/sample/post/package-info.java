/** Posts of the sample, while they are drafted and as they are shipped. */
@NullMarked
package org.groundswell.sample.post;

import org.jspecify.annotations.NullMarked;

/** What has been done so far, as Kafka knows it. */
@NullMarked
package org.groundswell.quickstart.progress;

import org.jspecify.annotations.NullMarked;

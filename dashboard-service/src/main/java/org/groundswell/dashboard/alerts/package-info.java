/** Reads alerts from PostgreSQL and answers questions about them over REST. */
@NullMarked
package org.groundswell.dashboard.alerts;

import org.jspecify.annotations.NullMarked;

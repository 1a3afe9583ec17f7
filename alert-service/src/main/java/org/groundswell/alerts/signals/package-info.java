/** What the NLP workers say: posts that speak of unrest in a place, and how far they have read. */
@NullMarked
package org.groundswell.alerts.signals;

import org.jspecify.annotations.NullMarked;

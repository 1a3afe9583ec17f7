/** Takes what people say about an alert and passes it on to the alert service. */
@NullMarked
package org.groundswell.dashboard.commands;

import org.jspecify.annotations.NullMarked;

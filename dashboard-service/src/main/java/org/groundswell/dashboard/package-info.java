/**
 * Answers questions about alerts over REST, shows them on a page and passes on what people say
 * about them; it never writes to the database.
 */
@NullMarked
package org.groundswell.dashboard;

import org.jspecify.annotations.NullMarked;

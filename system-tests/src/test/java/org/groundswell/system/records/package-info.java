/** What went in and what came out, read back from the topics and from the database. */
@NullMarked
package org.groundswell.system.records;

import org.jspecify.annotations.NullMarked;

/** What the services can be told, how it is documented, and how they refuse what is wrong. */
@NullMarked
package org.groundswell.system.configuration;

import org.jspecify.annotations.NullMarked;

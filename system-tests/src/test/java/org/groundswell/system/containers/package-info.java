/** Dockerfile and Compose file, built and run where a Docker engine answers. */
@NullMarked
package org.groundswell.system.containers;

import org.jspecify.annotations.NullMarked;

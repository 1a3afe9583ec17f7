/**
 * The Kubernetes manifests: rendered, read strictly, and held to the rules that they are to follow.
 */
@NullMarked
package org.groundswell.system.manifests;

import org.jspecify.annotations.NullMarked;

/** The door before everything under /api/v1: only operators come in. */
@NullMarked
package org.groundswell.alerts.operator;

import org.jspecify.annotations.NullMarked;

package org.groundswell.quickstart.progress;

/**
 * The clock that ends a replay in one partition of posts.
 *
 * @param minute since 1970, the first one that the clock leaves unfinished
 */
record Ending(long offset, long minute) {}

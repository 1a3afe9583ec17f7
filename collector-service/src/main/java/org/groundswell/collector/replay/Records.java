package org.groundswell.collector.replay;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of a file, one after the other. */
interface Records extends Closeable {

  /** Returns the next record, null after the last. */
  @Nullable Frame next() throws IOException;
}

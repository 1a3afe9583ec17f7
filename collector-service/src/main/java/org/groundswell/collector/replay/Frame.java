package org.groundswell.collector.replay;

import org.groundswell.collector.intake.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file.
 *
 * @param offset of its first byte, in the file as it is when unpacked
 * @param line on which it begins, from 1
 * @param bytes without the line's end; empty when it was refused
 * @param refusal why it cannot be read at all, null when it can
 */
@SuppressWarnings("ArrayRecordComponent") // frames are read once and never compared
record Frame(long offset, int line, byte[] bytes, @Nullable Rejection refusal) {

  private static final byte[] NOTHING = {};

  static Frame refused(long offset, int line, Rejection refusal) {
    return new Frame(offset, line, NOTHING, refusal);
  }
}

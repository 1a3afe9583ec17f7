package org.groundswell.collector.push;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of the posts of a request.
 *
 * @param accepted acknowledged by Kafka
 * @param rejected refused; each is in {@code errors}
 */
record PushAnswer(int accepted, int rejected, List<Refusal> errors) {

  /** What is wrong with one line, from 1. */
  record Refusal(int line, @Nullable String field, String reason) {}
}

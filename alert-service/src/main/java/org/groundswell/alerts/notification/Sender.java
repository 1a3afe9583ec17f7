package org.groundswell.alerts.notification;

/**
 * Sends messages by one channel. Implementations are thread-safe and may be interrupted, which ends
 * the attempt.
 */
interface Sender {

  Channel channel();

  /** Says whether this installation can send by it at all. */
  boolean available();

  /** Tries once. Throws nothing for what a receiver or the network does. */
  Outcome send(SubscriptionRow to, Message message);
}

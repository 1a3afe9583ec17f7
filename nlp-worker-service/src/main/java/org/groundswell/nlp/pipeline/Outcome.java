package org.groundswell.nlp.pipeline;

import java.util.List;

/** What one record of {@code groundswell.posts} came to. */
public sealed interface Outcome {

  /**
   * It speaks of unrest in a place.
   *
   * @param signals never empty; no scope and place twice
   */
  record Forwarded(List<Signal> signals) implements Outcome {

    /** Copies the list. */
    public Forwarded {
      signals = List.copyOf(signals);
    }
  }

  /**
   * There is nothing in it for detection.
   *
   * @param language ISO 639-1, {@code und} when it was not looked at or cannot be told
   */
  record Dropped(DropReason reason, String language) implements Outcome {}

  /**
   * It could not be analysed.
   *
   * @param detail one sentence for people, without the post's text
   */
  record Rejected(RejectReason reason, String detail) implements Outcome {}

  /** Why a readable post is not forwarded. */
  enum DropReason {
    /** A post taken back: a record with a null value. */
    DELETED,
    /** Nothing but links, mentions and blanks. */
    EMPTY_TEXT,
    UNSUPPORTED_LANGUAGE,
    NO_UNREST,
    /** It speaks of unrest of years ago. */
    PAST,
    NO_PLACE
  }

  /** Why a record is sent to the dead letters. */
  enum RejectReason {
    UNREADABLE,
    /** A fault of this service. */
    ANALYSIS_FAILED
  }
}

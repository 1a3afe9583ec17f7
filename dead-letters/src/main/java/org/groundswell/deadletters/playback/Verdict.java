package org.groundswell.deadletters.playback;

/** What is done with a dead letter that a run has seen. */
sealed interface Verdict {

  /** Returns whether no later run shall look at it again. */
  boolean settles();

  /**
   * It goes back to where it came from.
   *
   * @param round how often it has been played back then
   */
  record PlayedBack(int partition, int round) implements Verdict {
    @Override
    public boolean settles() {
      return true;
    }
  }

  /** Its author took it back meanwhile; it stays what it is, and is never played back. */
  record Withheld() implements Verdict {
    @Override
    public boolean settles() {
      return true;
    }
  }

  /** An earlier run was done with it. */
  record Earlier() implements Verdict {
    @Override
    public boolean settles() {
      return true;
    }
  }

  /** It is not among those that were asked for; a later run may ask for it. */
  record Filtered() implements Verdict {
    @Override
    public boolean settles() {
      return false;
    }
  }

  /** It was asked for and may not be played back. */
  record Left(Why why) implements Verdict {
    @Override
    public boolean settles() {
      return false;
    }
  }

  /** Why a dead letter is left. */
  enum Why {
    ROUNDS("went round as often as --max-rounds allows"),
    NO_ORIGIN("do not say where they came from, or how often they were played back"),
    OTHER_TOPIC("came from another topic than their dead letters belong to"),
    NO_PARTITION("came from a partition that does not exist any more");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}

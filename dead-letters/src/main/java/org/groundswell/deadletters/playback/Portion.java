package org.groundswell.deadletters.playback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.groundswell.deadletters.letters.DeadLetter;
import org.groundswell.deadletters.playback.Verdict.PlayedBack;
import org.groundswell.deadletters.playback.Verdict.Withheld;

/** Some dead letters and what is done with each; all of one transaction. */
record Portion(List<Judged> letters) {

  record Judged(DeadLetter letter, Verdict verdict) {

    Judged withhold(Set<String> takenBack) {
      return verdict instanceof PlayedBack
              && NamedIn.of(letter).stream().anyMatch(takenBack::contains)
          ? new Judged(letter, new Withheld())
          : this;
    }
  }

  /** Judges dead letters, until so many are played back. */
  static Portion of(List<DeadLetter> letters, Judge judge, long limit) {
    var judged = new ArrayList<Judged>();
    long left = limit;
    for (DeadLetter letter : letters) {
      Verdict verdict = judge.judge(letter);
      if (verdict instanceof PlayedBack && left-- <= 0) {
        break;
      }
      judged.add(new Judged(letter, verdict));
    }
    return new Portion(judged);
  }

  /** Returns the posts and authors that what is to be played back may be about. */
  Set<String> names() {
    var names = new HashSet<String>();
    for (Judged one : letters) {
      if (one.verdict() instanceof PlayedBack) {
        names.addAll(NamedIn.of(one.letter()));
      }
    }
    return names;
  }

  /** Returns the same without what was taken back. */
  Portion withhold(Set<String> takenBack) {
    return new Portion(letters.stream().map(one -> one.withhold(takenBack)).toList());
  }
}

package org.groundswell.deadletters.playback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.groundswell.deadletters.letters.Letters;
import org.groundswell.deadletters.playback.Verdict.Earlier;
import org.groundswell.deadletters.playback.Verdict.Filtered;
import org.groundswell.deadletters.playback.Verdict.Left;
import org.groundswell.deadletters.playback.Verdict.PlayedBack;
import org.groundswell.deadletters.playback.Verdict.Why;
import org.junit.jupiter.api.Test;

class JudgeTests {

  private final Judge judge = new Judge("posts", 4, 3, _ -> false, _ -> true);

  @Test
  void playsBackToThePartitionItCameFromAndCountsTheRound() {
    assertThat(judge.judge(Letters.fromPosts("2"))).isEqualTo(new PlayedBack(2, 3));
  }

  @Test
  void leavesWhatWentRoundOftenEnough() {
    assertThat(judge.judge(Letters.fromPosts("3"))).isEqualTo(new Left(Why.ROUNDS));
  }

  @Test
  void leavesWhatDoesNotSayItsOriginOrRounds() {
    assertThat(judge.judge(Letters.with("k", "v", Map.of()))).isEqualTo(new Left(Why.NO_ORIGIN));
    assertThat(judge.judge(Letters.fromPosts("x"))).isEqualTo(new Left(Why.NO_ORIGIN));
  }

  @Test
  void leavesWhatCameFromAnotherTopic() {
    var other = new Judge("signals", 4, 3, _ -> false, _ -> true);

    assertThat(other.judge(Letters.fromPosts("0"))).isEqualTo(new Left(Why.OTHER_TOPIC));
  }

  @Test
  void leavesWhatCameFromAPartitionThatIsGone() {
    var smaller = new Judge("posts", 2, 3, _ -> false, _ -> true);

    assertThat(smaller.judge(Letters.fromPosts("0"))).isEqualTo(new Left(Why.NO_PARTITION));
  }

  @Test
  void leavesAloneWhatWasNotAskedForOrIsDoneWith() {
    assertThat(new Judge("posts", 4, 3, _ -> false, _ -> false).judge(Letters.fromPosts("0")))
        .isEqualTo(new Filtered());
    assertThat(new Judge("posts", 4, 3, _ -> true, _ -> false).judge(Letters.fromPosts("0")))
        .isEqualTo(new Earlier());
  }
}

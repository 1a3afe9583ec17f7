package org.groundswell.deadletters.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.Random;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.groundswell.deadletters.broker.CannotGoOn;
import org.junit.jupiter.api.Test;

class LedgerTests {

  @Test
  void beginsWhereThePartitionBegins() {
    assertThat(Ledger.read(null, 12).base()).isEqualTo(12);
  }

  @Test
  void remembersPiecesThatAFilterTook() {
    var ledger = Ledger.read(null, 100);
    ledger.settle(103, 105);
    ledger.settle(106, 146);

    assertThat(ledger.committed()).isEqualTo(new OffsetAndMetadata(100, "1;3+2,1+40"));
  }

  @Test
  void readsWhatItWrote() {
    var ledger = Ledger.read(new OffsetAndMetadata(100, "1;3+2,1+40"), 0);

    assertThat(ledger.isSettled(99)).isTrue();
    assertThat(ledger.isSettled(102)).isFalse();
    assertThat(ledger.isSettled(104)).isTrue();
    assertThat(ledger.isSettled(105)).isFalse();
    assertThat(ledger.isSettled(145)).isTrue();
    assertThat(ledger.isSettled(146)).isFalse();
  }

  @Test
  void movesOnOverThePiecesOnceTheGapIsDoneWith() {
    var ledger = Ledger.read(new OffsetAndMetadata(100, "1;3+2,1+40"), 0);
    ledger.settle(100, 103);

    assertThat(ledger.committed()).isEqualTo(new OffsetAndMetadata(105, "1;1+40"));
  }

  @Test
  void forgetsWhatRetentionHasDeleted() {
    var ledger = Ledger.read(new OffsetAndMetadata(100, "1;3+2,1+40"), 120);

    assertThat(ledger.committed()).isEqualTo(new OffsetAndMetadata(146, ""));
  }

  @Test
  void refusesMetadataOfSomethingElse() {
    var foreign = new OffsetAndMetadata(5, "checkpoint 9");

    assertThatThrownBy(() -> Ledger.read(foreign, 0))
        .isInstanceOf(CannotGoOn.class)
        .hasMessageContaining("checkpoint 9");
  }

  @Test
  void saysWhenThePiecesAreTooManyToBeRemembered() {
    var ledger = Ledger.read(null, 0);
    for (long offset = 1; offset < 1_600; offset += 2) {
      ledger.settle(offset, offset + 1);
    }
    assertThat(ledger.fits()).isTrue();

    for (long offset = 1_601; offset < 3_000; offset += 2) {
      ledger.settle(offset, offset + 1);
    }
    assertThat(ledger.fits()).isFalse();
  }

  @Test
  void agreesWithASetOfOffsetsWhateverIsSettledInWhateverOrder() {
    var random = new Random(4);
    for (int round = 0; round < 200; round++) {
      var expected = new BitSet();
      var ledger = Ledger.read(null, 0);
      for (int i = 0; i < 40; i++) {
        int from = random.nextInt(300);
        int to = from + random.nextInt(12);
        expected.set(from, to);
        ledger.settle(from, to);
        ledger = Ledger.read(ledger.committed(), 0);
      }
      for (int offset = 0; offset < 320; offset++) {
        assertThat(ledger.isSettled(offset)).isEqualTo(expected.get(offset));
      }
      assertThat(ledger.base()).isEqualTo(expected.nextClearBit(0));
    }
  }
}

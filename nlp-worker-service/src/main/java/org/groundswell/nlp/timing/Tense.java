package org.groundswell.nlp.timing;

/** What one sentence says of time, the nearest to now first. */
enum Tense {
  LIVE(Stage.ONGOING),
  NOW(Stage.ONGOING),
  PLANNED(Stage.PLANNED),
  GOING(Stage.ONGOING),
  LATELY(Stage.ONGOING),
  PAST(Stage.PAST),
  NONE(Stage.ONGOING);

  private final Stage stage;

  Tense(Stage stage) {
    this.stage = stage;
  }

  Stage stage() {
    return stage;
  }
}

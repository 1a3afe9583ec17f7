package org.groundswell.system.faults;

import java.util.List;

/** All that is measured of the stream while services are disturbed, by phase. */
final class Measurements implements AutoCloseable {

  private final GroupWatch workers;
  private final GroupWatch detection;
  private final GroupWatch store;
  private final ReaderWatch signals;

  private Measurements(
      GroupWatch workers, GroupWatch detection, GroupWatch store, ReaderWatch signals) {
    this.workers = workers;
    this.detection = detection;
    this.store = store;
    this.signals = signals;
  }

  /**
   * What was measured.
   *
   * @param workers the group that reads the posts
   * @param detection the group that reads the signals
   * @param store the group that writes alerts to the database
   * @param readers who reads committed signals
   */
  record Figures(
      List<GroupWatch.Figures> workers,
      List<GroupWatch.Figures> detection,
      List<GroupWatch.Figures> store,
      List<ReaderWatch.Figures> readers) {}

  /** Starts to measure; the topics must exist. */
  static Measurements start(String bootstrapServers) {
    return new Measurements(
        GroupWatch.start(bootstrapServers, "groundswell-nlp", "groundswell.posts"),
        GroupWatch.start(bootstrapServers, "groundswell-alerts", "groundswell.signals"),
        GroupWatch.start(bootstrapServers, "groundswell-alerts-store", "groundswell.alerts"),
        ReaderWatch.start(bootstrapServers, "groundswell.signals"));
  }

  GroupWatch workers() {
    return workers;
  }

  /** Begins a phase; what a disturbance does belongs to the phase that begins with it. */
  void begin(String phase) {
    workers.begin(phase);
    detection.begin(phase);
    store.begin(phase);
    signals.begin(phase);
  }

  Figures figures() {
    return new Figures(workers.figures(), detection.figures(), store.figures(), signals.figures());
  }

  @Override
  public void close() {
    workers.close();
    detection.close();
    store.close();
    signals.close();
  }
}

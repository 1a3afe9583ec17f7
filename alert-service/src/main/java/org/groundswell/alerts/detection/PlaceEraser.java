package org.groundswell.alerts.detection;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.groundswell.alerts.evidence.Deletion;

/** Erases in the state of detection what was taken back. */
public final class PlaceEraser implements Processor<String, Deletion, Void, Void> {

  /** What {@link #init} finds; there is no record before it. */
  @SuppressWarnings("NullAway.Init")
  private Places places;

  private PlaceEraser() {}

  /** Supplies an eraser for each partition; it shares its stores with the {@link PlaceDetector}. */
  public static ProcessorSupplier<String, Deletion, Void, Void> supplier() {
    return () -> new PlaceEraser();
  }

  @Override
  public void init(ProcessorContext<Void, Void> context) {
    places = DetectionStores.places(context);
  }

  @Override
  public void process(Record<String, Deletion> message) {
    places.erase(message.value());
  }
}

package org.groundswell.alerts.signals;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What is in the topic of signals: a signal, or a word on how far the posts have been read. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Signal.class, name = "signal"),
  @JsonSubTypes.Type(value = Watermark.class, name = "watermark")
})
public sealed interface SignalRecord permits Signal, Watermark {}

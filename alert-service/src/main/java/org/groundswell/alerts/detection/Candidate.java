package org.groundswell.alerts.detection;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * What detection tells the merging of incidents: a place worth a look, or how far it has judged.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Reading.class, name = "reading"),
  @JsonSubTypes.Type(value = Progress.class, name = "progress")
})
public sealed interface Candidate permits Reading, Progress {}

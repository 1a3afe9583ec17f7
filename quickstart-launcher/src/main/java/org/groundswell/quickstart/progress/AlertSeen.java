package org.groundswell.quickstart.progress;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a summary tells of an alert, as it was last published.
 *
 * @param place where; the most precise level that the alert was raised for
 * @param detected event time at which it was raised
 * @param closed event time at which it ended; null while it is open
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertSeen(
    String id,
    int revision,
    Place place,
    String eventType,
    String status,
    String severity,
    String started,
    String detected,
    @Nullable String closed,
    int authors,
    int posts,
    String headline) {

  /**
   * The place of an alert.
   *
   * @param country ISO 3166-1 alpha-2
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Place(long geonameId, String name, String level, String country) {}

  boolean open() {
    return status.equals("OPEN");
  }
}

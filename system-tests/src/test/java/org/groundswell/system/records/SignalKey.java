package org.groundswell.system.records;

/**
 * What a signal is about.
 *
 * @param post key of the post, {@code source:id}
 * @param scope town, division or country
 * @param place GeoNames id of the place at that scope
 */
public record SignalKey(String post, String scope, String place) {

  /** Returns the same of another post. */
  public SignalKey of(String otherPost) {
    return new SignalKey(otherPost, scope, place);
  }
}

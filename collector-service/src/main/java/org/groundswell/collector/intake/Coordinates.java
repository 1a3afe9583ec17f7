package org.groundswell.collector.intake;

/**
 * A point that the source gives for a post.
 *
 * @param lat degrees north, WGS 84, in [-90, 90] once checked
 * @param lon degrees east, WGS 84, in [-180, 180] once checked
 */
public record Coordinates(double lat, double lon) {}

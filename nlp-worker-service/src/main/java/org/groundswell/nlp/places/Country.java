package org.groundswell.nlp.places;

/**
 * A country or dependent territory.
 *
 * @param code ISO 3166-1 alpha-2 (and XK for Kosovo)
 * @param name English name
 * @param lat degrees north of its middle, WGS 84
 * @param lon degrees east of its middle, WGS 84
 */
public record Country(long geonameId, String code, String name, double lat, double lon) {}

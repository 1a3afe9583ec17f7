package org.groundswell.nlp.places;

/**
 * A name in a text that might be a place, with the place that it would be, for people who ask why.
 *
 * @param start UTF-16 offset of the name in the original text
 * @param end offset after it
 * @param name of the place, as GeoNames has it in the Latin script
 * @param geonameId as in {@link FoundPlace}
 * @param confidence as in {@link FoundPlace}; also given for what is not believed
 * @param believed whether the finder takes it for a place; of those believed, the ones that say
 *     less of a place that is named more precisely are still left out
 * @param note what speaks for and against it, in logits, for people to read
 */
public record ConsideredPlace(
    int start,
    int end,
    String name,
    long geonameId,
    double confidence,
    boolean believed,
    String note) {}

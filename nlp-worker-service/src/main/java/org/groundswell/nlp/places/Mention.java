package org.groundswell.nlp.places;

/**
 * A run of words that the gazetteer has an entry for.
 *
 * @param first index of its first word
 * @param last index of its last word
 * @param start offset of its first character in the text
 * @param end offset after its last
 * @param entry see {@link Gazetteer#entry}
 * @param sense what its inflection says
 */
record Mention(int first, int last, int start, int end, int entry, Form.Sense sense) {}

package org.groundswell.nlp.scoring;

/**
 * What one feature of a post says on whether it speaks of unrest.
 *
 * @param text the folded letters of the feature, {@code *} for what is in every post
 * @param logOdds what it adds to the logarithm of the odds, before calibration
 */
public record Clue(String text, double logOdds) {}

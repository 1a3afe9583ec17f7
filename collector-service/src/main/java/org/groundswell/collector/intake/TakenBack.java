package org.groundswell.collector.intake;

/**
 * Word from the source that an author deleted a post.
 *
 * @param source the post's source
 * @param id the post's id within it
 */
public record TakenBack(String source, String id) implements Candidate {}

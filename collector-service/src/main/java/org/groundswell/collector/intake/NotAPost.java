package org.groundswell.collector.intake;

/** Input that is well-formed and of another kind, such as a clock; it is passed over uncounted. */
public record NotAPost() implements Candidate {}

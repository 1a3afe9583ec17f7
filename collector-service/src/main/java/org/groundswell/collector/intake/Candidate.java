package org.groundswell.collector.intake;

/** What a source made of one piece of its input. */
public sealed interface Candidate permits RawPost, Rejection, TakenBack, NotAPost {}

package org.groundswell.nlp.timing;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * The day that a post names for an event, on the calendar of the event's place.
 *
 * @param time hour on the clocks of the place; null when none is named
 */
public record EventDate(LocalDate date, @Nullable LocalTime time) {}

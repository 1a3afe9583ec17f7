package org.groundswell.dashboard.commands;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one person wants done with one alert, as {@code groundswell.alert-commands} has it.
 *
 * @param id the same for a request and its repeats; the alert service takes each id once
 * @param alert id of the alert, which is the record's key too
 * @param country of the alert's place, ISO 3166-1 alpha-2: by it the alert service finds who keeps
 *     the alert
 * @param at when it was taken, by this machine's clock
 * @param by who, as they choose to be called; 1 to 100 characters
 * @param text 1 to 2,000 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Command(
    String id,
    CommandKind kind,
    String alert,
    String country,
    Instant at,
    @Nullable String by,
    @Nullable String text) {}

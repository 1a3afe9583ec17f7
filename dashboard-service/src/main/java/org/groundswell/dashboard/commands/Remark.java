package org.groundswell.dashboard.commands;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says: the body of a command.
 *
 * @param by who, as they choose to be called; null for nobody
 * @param text null for nothing
 */
record Remark(
    @Schema(
            description = "Who, as they choose to be called; one line",
            nullable = true,
            minLength = 1,
            maxLength = 100,
            example = "night desk")
        @Nullable String by,
    @Schema(
            description = "Needed to dismiss (why it is false) and to comment",
            nullable = true,
            minLength = 1,
            maxLength = 2000,
            example = "Calling our stringer")
        @Nullable String text) {}

package org.groundswell.nlp.intake;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How posts are taken in.
 *
 * @param threads threads that analyse a batch, 1 to 64; more than there are cores gain nothing
 */
@Validated
@ConfigurationProperties("groundswell.nlp")
record IntakeProperties(@Min(1) @Max(64) @DefaultValue("1") int threads) {}

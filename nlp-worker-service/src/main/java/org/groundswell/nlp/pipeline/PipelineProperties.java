package org.groundswell.nlp.pipeline;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import java.util.Set;
import org.groundswell.nlp.scoring.UnrestScorer;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What is analysed and what is forwarded.
 *
 * @param languages languages analysed, in ISO 639-1, separated by commas; posts in others are
 *     passed over
 * @param unrestThreshold least probability of unrest at which a post is forwarded, above 0 and up
 *     to 1
 */
@Validated
@ConfigurationProperties("groundswell.nlp")
public record PipelineProperties(
    @NotEmpty
        @DefaultValue({"en", "es", "pt", "fr", "de", "it", "tr", "ar", "ru", "uk", "id", "sw"})
        Set<@Pattern(regexp = "[a-z]{2}") String> languages,
    @DecimalMin(value = "0", inclusive = false)
        @DecimalMax("1")
        @DefaultValue("" + UnrestScorer.DEFAULT_THRESHOLD)
        double unrestThreshold) {

  /** Copies the set. */
  public PipelineProperties {
    languages = Set.copyOf(languages);
  }
}

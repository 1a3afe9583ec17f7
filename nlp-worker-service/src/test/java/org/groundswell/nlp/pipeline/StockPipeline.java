package org.groundswell.nlp.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * What OpenNLP's manual puts together: language detector, sentence detector, tokenizer and document
 * categorizer, all on every post, as they come. It finds no places and no times.
 */
final class StockPipeline {

  private final LanguageDetectorME languages;
  private final SentenceDetectorME sentences;
  private final TokenizerME tokenizer;
  private final DocumentCategorizerME categorizer;

  StockPipeline(List<DocumentSample> samples) throws IOException {
    try (InputStream language = open("/langdetect-183.bin");
        InputStream sentence = open("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin");
        InputStream token = open("/opennlp-en-ud-ewt-tokens-1.3-2.5.4.bin")) {
      languages = new LanguageDetectorME(new LanguageDetectorModel(language));
      sentences = new SentenceDetectorME(new SentenceModel(sentence));
      tokenizer = new TokenizerME(new TokenizerModel(token));
    }
    categorizer =
        new DocumentCategorizerME(
            DocumentCategorizerME.train(
                "und",
                ObjectStreamUtils.createObjectStream(samples),
                TrainingParameters.defaultParams(),
                new DoccatFactory()));
  }

  /** Returns something of each step, so that none is optimised away. */
  int analyse(String text) {
    int read = languages.predictLanguage(text).getLang().hashCode();
    for (String sentence : sentences.sentDetect(text)) {
      read += tokenizer.tokenize(sentence).length;
    }
    return read
        + categorizer.getBestCategory(categorizer.categorize(tokenizer.tokenize(text))).hashCode();
  }

  private static InputStream open(String model) {
    return Objects.requireNonNull(StockPipeline.class.getResourceAsStream(model), model);
  }
}

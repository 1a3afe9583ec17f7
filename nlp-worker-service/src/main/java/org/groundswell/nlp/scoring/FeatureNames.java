package org.groundswell.nlp.scoring;

import java.util.HashMap;
import java.util.Map;
import org.groundswell.nlp.text.Tokens;
import org.groundswell.nlp.text.Tokens.Kind;

/** What the features of one post stand for, to be shown to people. */
final class FeatureNames implements FeatureSink {

  private final Tokens tokens;
  private final Map<Long, String> names = new HashMap<>();

  private FeatureNames(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Returns the letters of each feature; pairs of words with a blank between. */
  static Map<Long, String> of(Tokens tokens) {
    var names = new FeatureNames(tokens);
    PostFeatures.extract(tokens, names);
    return names.names;
  }

  @Override
  public void accept(long feature, int start, int end) {
    names.computeIfAbsent(feature, _ -> feature == PostFeatures.ALWAYS ? "*" : name(start, end));
  }

  private String name(int start, int end) {
    var name = new StringBuilder();
    for (int token = 0; token < tokens.size(); token++) {
      int from = Math.max(start, tokens.start(token));
      int to = Math.min(end, tokens.end(token));
      if (from < to && tokens.kind(token) != Kind.HASHTAG) {
        name.append(name.isEmpty() ? "" : " ").append(tokens.letters(from, to));
      }
    }
    return name.toString();
  }
}

package org.groundswell.system.seen;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds in a query of Prometheus the metrics that it names, and the labels that it selects by. */
final class PromQl {

  /** Texts, selectors, ranges, and lists of labels: all that holds names of other things. */
  private static final Pattern NO_METRIC =
      Pattern.compile(
          "\"[^\"]*\"|\\{[^}]*}|\\[[^\\]]*]|\\b(?:by|without|on|ignoring)\\s*\\([^)]*\\)");

  /** Not the unit behind a number, and not a function. */
  private static final Pattern METRIC =
      Pattern.compile("(?<![\\w.:$])[a-zA-Z_:][\\w:]*+(?!\\s*\\()");

  private static final Pattern SELECTED = Pattern.compile("([a-zA-Z_:][\\w:]*)\\{([^}]*)}");
  private static final Pattern LABEL = Pattern.compile("(\\w+)\\s*(?:=~|!~|!=|=)\\s*\"[^\"]*\"");
  private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset");

  private PromQl() {}

  static Set<String> metrics(String query) {
    return METRIC
        .matcher(NO_METRIC.matcher(query).replaceAll(" "))
        .results()
        .map(MatchResult::group)
        .filter(name -> !WORDS.contains(name))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Returns {@code metric{label} for each label that a metric is selected by. */
  static Set<String> selectors(String query) {
    var selectors = new TreeSet<String>();
    Matcher selected = SELECTED.matcher(query);
    while (selected.find()) {
      String metric = selected.group(1);
      LABEL
          .matcher(selected.group(2))
          .results()
          .map(label -> metric + "{" + label.group(1))
          .forEach(selectors::add);
    }
    return selectors;
  }
}

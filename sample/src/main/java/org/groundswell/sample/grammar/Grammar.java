package org.groundswell.sample.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.groundswell.sample.chance.Dice;
import org.jspecify.annotations.Nullable;

/**
 * Rules that write sentences, read from text files: {@code [rule]} opens a rule, every line below
 * it is one way to say it, {@code -} alone says nothing, {@code #} and a blank opens a comment.
 *
 * <p>A rule that this grammar lacks is looked for in the grammar it rests on, such as the lexicon
 * of the language, and then in the surroundings of the post.
 */
public final class Grammar {

  private static final int DEEPEST = 20;
  private static final int TRIES_FOR_ANOTHER = 4;
  private static final String NOTHING = "-";
  private static final Pattern SPACES = Pattern.compile(" {2,}");
  private static final Pattern SPACE_BEFORE_MARK = Pattern.compile(" +([,.;!?…])(?=\\s|$)");

  private final String name;
  private final Map<String, List<Template>> rules;
  private final @Nullable Grammar base;

  private Grammar(String name, Map<String, List<Template>> rules, @Nullable Grammar base) {
    this.name = name;
    this.rules = rules;
    this.base = base;
  }

  /**
   * The grammar in {@code lines}.
   *
   * @param name what messages about its faults call it
   * @param base where rules are looked for that it lacks; null when it stands alone
   * @throws IllegalArgumentException naming the line that cannot be read
   */
  public static Grammar parse(String name, List<String> lines, @Nullable Grammar base) {
    Map<String, List<Template>> rules = new LinkedHashMap<>();
    List<Template> current = null;
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("# ")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        current = rules.computeIfAbsent(line.substring(1, line.length() - 1), _ -> newRule());
      } else if (current == null) {
        throw new IllegalArgumentException(name + ": text before the first rule: " + line);
      } else {
        current.add(TemplateParser.parse(line.equals(NOTHING) ? "" : line));
      }
    }
    return new Grammar(name, rules, base);
  }

  private static List<Template> newRule() {
    return new ArrayList<>();
  }

  /** True when this grammar itself has the rule. */
  public boolean has(String rule) {
    return rules.containsKey(rule);
  }

  /** Names of the rules of this grammar itself, in the order of the file. */
  public Set<String> rules() {
    return rules.keySet();
  }

  /**
   * A sentence by {@code rule}.
   *
   * @throws IllegalStateException when a rule is neither here, nor below, nor in the surroundings
   */
  public String write(String rule, Surroundings surroundings, Dice dice) {
    StringBuilder text = new StringBuilder();
    new Writer(surroundings, dice, text).slot(new Template.Slot(rule, false), 0);
    String spaced = SPACES.matcher(text.toString().strip()).replaceAll(" ");
    return SPACE_BEFORE_MARK.matcher(spaced).replaceAll("$1");
  }

  /** Every rule that is spoken of and that nobody here or below has. */
  public Set<String> missingRules() {
    Set<String> missing = new TreeSet<>();
    rules.values().forEach(options -> options.forEach(option -> collectMissing(option, missing)));
    return missing;
  }

  private void collectMissing(Template template, Set<String> missing) {
    switch (template) {
      case Template.Slot(String rule, _) when options(rule) == null -> missing.add(rule);
      case Template.Slot _, Template.Literal _, Template.Numeral _ -> {}
      case Template.Choice(var options) -> options.forEach(o -> collectMissing(o, missing));
      case Template.Sequence(var parts) -> parts.forEach(p -> collectMissing(p, missing));
    }
  }

  private @Nullable List<Template> options(String rule) {
    List<Template> own = rules.get(rule);
    if (own != null || base == null) {
      return own;
    }
    return base.options(rule);
  }

  private final class Writer {

    private final Surroundings surroundings;
    private final Dice dice;
    private final StringBuilder text;
    private final Map<String, Set<Template>> spoken = new HashMap<>();

    private Writer(Surroundings surroundings, Dice dice, StringBuilder text) {
      this.surroundings = surroundings;
      this.dice = dice;
      this.text = text;
    }

    private void append(Template template, int depth) {
      switch (template) {
        case Template.Literal(String literal) -> text.append(literal);
        case Template.Numeral(int from, int to) -> text.append(dice.between(from, to));
        case Template.Choice(var options) -> append(dice.pick(options), depth);
        case Template.Sequence(var parts) -> parts.forEach(part -> append(part, depth));
        case Template.Slot slot -> slot(slot, depth + 1);
      }
    }

    private void slot(Template.Slot slot, int depth) {
      if (depth > DEEPEST) {
        throw new IllegalStateException(name + ": rule " + slot.rule() + " never ends");
      }
      int from = text.length();
      List<Template> options = options(slot.rule());
      if (options != null) {
        append(notYetSpoken(slot.rule(), options), depth);
      } else {
        text.append(known(slot.rule()));
      }
      if (slot.capital() && from < text.length()) {
        int end = text.offsetByCodePoints(from, 1);
        text.replace(from, end, text.substring(from, end).toUpperCase(Locale.ROOT));
      }
    }

    /** One of {@code options}; nobody says the same twice in one post if there is a choice. */
    private Template notYetSpoken(String rule, List<Template> options) {
      Set<Template> before = spoken.computeIfAbsent(rule, _ -> new HashSet<>());
      Template picked = dice.pick(options);
      for (int i = 0; i < TRIES_FOR_ANOTHER && before.contains(picked); i++) {
        picked = dice.pick(options);
      }
      before.add(picked);
      return picked;
    }

    private String known(String rule) {
      String value = surroundings.valueOf(rule, dice);
      if (value == null) {
        throw new IllegalStateException(name + ": nobody knows the rule " + rule);
      }
      return value;
    }
  }
}

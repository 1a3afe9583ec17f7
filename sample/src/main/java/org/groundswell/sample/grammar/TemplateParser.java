package org.groundswell.sample.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one line of a grammar file; the forms are described at {@link Template}. */
final class TemplateParser {

  private static final Pattern NUMBER = Pattern.compile("#(\\d+)-(\\d+)");

  private final String line;
  private int at;

  private TemplateParser(String line) {
    this.line = line;
  }

  /**
   * @throws IllegalArgumentException when a bracket is not closed
   */
  static Template parse(String line) {
    var parser = new TemplateParser(line);
    Template whole = parser.sequence("");
    if (parser.at < line.length()) {
      throw new IllegalArgumentException("stray bracket in: " + line);
    }
    return whole;
  }

  private Template sequence(String stops) {
    List<Template> parts = new ArrayList<>();
    while (at < line.length() && stops.indexOf(line.charAt(at)) < 0) {
      parts.add(piece(stops));
    }
    return parts.size() == 1 ? parts.getFirst() : new Template.Sequence(List.copyOf(parts));
  }

  private Template piece(String stops) {
    return switch (line.charAt(at)) {
      case '<' -> choice();
      case '{' -> slot(upTo('}'));
      default -> literal(stops);
    };
  }

  private Template choice() {
    List<Template> options = new ArrayList<>();
    do {
      at++; // the opening bracket, or the bar
      options.add(sequence("|>"));
    } while (at < line.length() && line.charAt(at) == '|');
    if (at >= line.length()) {
      throw new IllegalArgumentException("unclosed < in: " + line);
    }
    at++;
    return new Template.Choice(List.copyOf(options));
  }

  private String upTo(char end) {
    int close = line.indexOf(end, at);
    if (close < 0) {
      throw new IllegalArgumentException("unclosed { in: " + line);
    }
    String inside = line.substring(at + 1, close);
    at = close + 1;
    return inside;
  }

  private static Template slot(String inside) {
    Matcher number = NUMBER.matcher(inside);
    if (number.matches()) {
      return new Template.Numeral(
          Integer.parseInt(number.group(1)), Integer.parseInt(number.group(2)));
    }
    boolean capital = inside.startsWith("^");
    return new Template.Slot(capital ? inside.substring(1) : inside, capital);
  }

  private Template literal(String stops) {
    int from = at;
    while (at < line.length() && "<{".indexOf(line.charAt(at)) < 0 && !ends(stops)) {
      at++;
    }
    return new Template.Literal(line.substring(from, at));
  }

  private boolean ends(String stops) {
    return stops.indexOf(line.charAt(at)) >= 0;
  }
}

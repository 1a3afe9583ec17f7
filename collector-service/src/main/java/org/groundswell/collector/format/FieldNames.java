package org.groundswell.collector.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the fields of the plain form are called in a given input.
 *
 * <p>A name with dots, such as {@code user.name}, reaches into nested objects where the input has
 * no field of the whole name.
 */
public final class FieldNames {

  /** The names that the plain form has of itself. */
  public static final FieldNames PLAIN = new FieldNames(Map.of());

  static final String ID = "id";
  static final String CREATED_AT = "created_at";
  static final String TEXT = "text";
  static final String LANG = "lang";
  static final String AUTHOR = "author";
  static final String LAT = "lat";
  static final String LON = "lon";
  static final String PLACE = "place";
  static final List<String> ALL = List.of(ID, CREATED_AT, TEXT, LANG, AUTHOR, LAT, LON, PLACE);
  static final List<String> REQUIRED = List.of(ID, CREATED_AT, TEXT);

  private final Map<String, String> others;

  private FieldNames(Map<String, String> others) {
    this.others = others;
  }

  /**
   * Reads pairs such as {@code id=tweet_id,created_at=date}; fields that are not named keep their
   * plain name.
   *
   * @throws IllegalArgumentException naming the pair that is wrong
   */
  public static FieldNames parse(String pairs) {
    Map<String, String> others = new TreeMap<>();
    for (String pair : pairs.split(",", -1)) {
      if (!pair.isBlank()) {
        add(others, pair.strip());
      }
    }
    return new FieldNames(others);
  }

  private static void add(Map<String, String> others, String pair) {
    List<String> sides = Arrays.stream(pair.split("=", 2)).map(String::strip).toList();
    if (sides.size() != 2 || sides.get(1).isEmpty()) {
      throw new IllegalArgumentException(
          "\"%s\" is not of the form field=name, such as id=tweet_id".formatted(pair));
    }
    if (!ALL.contains(sides.getFirst())) {
      throw new IllegalArgumentException(
          "\"%s\" names no field of a post; the fields are %s"
              .formatted(pair, String.join(", ", ALL)));
    }
    if (others.put(sides.getFirst(), sides.get(1)) != null) {
      throw new IllegalArgumentException(
          "\"%s\" is there more than once".formatted(sides.getFirst()));
    }
  }

  /** Returns what {@code field} of the plain form is called here. */
  String of(String field) {
    return others.getOrDefault(field, field);
  }

  /** Returns the required names that are not among {@code present}. */
  List<String> missingFrom(List<String> present) {
    List<String> missing = new ArrayList<>(REQUIRED.stream().map(this::of).toList());
    missing.removeAll(present);
    return missing;
  }
}

package org.groundswell.system.configuration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.PropertySource;

/**
 * The tables of {@code docs/configuration.md}, made from the metadata in the services' jars. The
 * words between the tables are written by hand and kept.
 */
final class ConfigurationDocument {

  private static final Pattern TABLE =
      Pattern.compile("(<!-- table (.+?) -->\n).*?(<!-- end of table -->)", Pattern.DOTALL);
  private static final String HEAD =
      """
      | property | environment variable | default | service | meaning |
      |---|---|---|---|---|
      """;

  private final Map<String, List<Metadata.Property>> own = new LinkedHashMap<>();
  private final Map<String, List<Metadata.Property>> libraries = new LinkedHashMap<>();
  private final Map<String, PropertySource<?>> applications = new LinkedHashMap<>();

  ConfigurationDocument(List<ServiceJar> jars) {
    for (ServiceJar jar : jars) {
      own.put(jar.service(), jar.ownProperties());
      libraries.put(jar.service(), jar.libraryProperties());
      applications.put(jar.service(), jar.application());
    }
  }

  /** Returns the document with its tables made anew. */
  String renew(String document) {
    return TABLE
        .matcher(document)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                found.group(1) + HEAD + rows(found.group(2)) + found.group(3)));
  }

  /** Returns the names of all properties of the product, sorted. */
  List<String> names() {
    return own.values().stream()
        .flatMap(List::stream)
        .map(Metadata.Property::name)
        .distinct()
        .sorted()
        .toList();
  }

  private String rows(String table) {
    List<Row> rows = table.startsWith("groundswell.") ? ownRows(table) : springRows(table);
    if (rows.isEmpty()) {
      throw new AssertionError("No property belongs to the table " + table);
    }
    return rows.stream().map(Row::line).collect(Collectors.joining());
  }

  /** What one service says of a property; the same words of two services share a row. */
  private List<Row> ownRows(String prefix) {
    var rows = new TreeMap<String, Row>();
    own.forEach((service, properties) -> {
      for (Metadata.Property property : properties) {
        if (property.name().startsWith(prefix + '.')) {
          Row row = row(service, property, meaning(property));
          rows.merge(row.name() + row.defaultValue() + row.meaning(), row, Row::join);
        }
      }
    });
    return List.copyOf(rows.values());
  }

  private List<Row> springRows(String heading) {
    return SpringProperty.groups().stream()
        .filter(group -> group.heading().equals(heading))
        .flatMap(group -> group.properties().stream())
        .flatMap(property -> springRows(property).stream())
        .toList();
  }

  private List<Row> springRows(SpringProperty property) {
    var rows = new LinkedHashMap<String, Row>();
    for (String service : property.services()) {
      Metadata.Property known = known(service, property.name());
      Row row = row(service, known, property.meaning()).named(property.name());
      rows.merge(row.defaultValue(), row, Row::join);
    }
    return new ArrayList<>(rows.values());
  }

  /** Returns the property itself, or the one above it that takes any keys. */
  private Metadata.Property known(String service, String name) {
    return libraries.getOrDefault(service, List.of()).stream()
        .filter(it ->
            it.name().equals(name) || (it.takesFurtherKeys() && name.startsWith(it.name() + '.')))
        .findFirst()
        .orElseThrow(() -> new AssertionError(service + " has no property " + name));
  }

  private Row row(String service, Metadata.Property property, String meaning) {
    Object set = applications.get(service).getProperty(property.name());
    @Nullable String value = set == null ? property.shownDefault() : set.toString();
    return new Row(property.name(), value == null ? "" : value, List.of(service), meaning);
  }

  private static String meaning(Metadata.Property property) {
    String description = property.description();
    if (description == null || description.isBlank() || description.contains("{@")) {
      throw new AssertionError(
          "The Javadoc of %s does not tell its meaning in plain words: %s"
              .formatted(property.name(), description));
    }
    return description;
  }

  /** One line of a table. */
  private record Row(String name, String defaultValue, List<String> services, String meaning) {

    Row join(Row other) {
      List<String> both = new ArrayList<>(services);
      both.addAll(other.services);
      return new Row(name, defaultValue, both, meaning);
    }

    Row named(String full) {
      return full.equals(name) ? this : new Row(full, "", services, meaning);
    }

    String line() {
      return "| `%s` | `%s` | %s | %s | %s |%n"
          .formatted(name, variable(name), code(defaultValue), who(), capital(meaning));
    }

    private String who() {
      return services.size() == ServiceJar.ALL.size()
          ? "all"
          : services.stream()
              .map(it -> it.replace("-service", ""))
              .collect(Collectors.joining(", "));
    }

    private static String code(String text) {
      return text.isEmpty() ? "" : '`' + text.replace("|", "\\|") + '`';
    }

    private static String capital(String text) {
      return Character.toUpperCase(text.charAt(0)) + text.substring(1).replace("|", "\\|");
    }
  }

  /** Returns the environment variable that Spring binds to a property. */
  static String variable(String property) {
    return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
  }
}

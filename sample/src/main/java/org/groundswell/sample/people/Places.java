package org.groundswell.sample.people;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groundswell.sample.chance.Weighted;

/** The towns of the sample. */
public final class Places {

  private final List<Place> all;
  private final Weighted<Place> byWeight;
  private final Map<String, Weighted<Place>> byLanguage;
  private final Map<String, Place> byKey;

  private Places(List<Place> all) {
    this.all = all;
    this.byWeight = new Weighted<>(all, Place::weight);
    this.byKey = all.stream().collect(Collectors.toMap(Place::key, Function.identity()));
    this.byLanguage =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    Place::language,
                    Collectors.collectingAndThen(
                        Collectors.toList(), towns -> new Weighted<>(towns, Place::weight))));
  }

  /** Those of {@code places.tsv}. */
  public static Places load() {
    try (InputStream in = Places.class.getResourceAsStream("/org/groundswell/sample/places.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new Places(
          text.lines().filter(line -> !line.startsWith("#")).map(Place::parse).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read places.tsv", e);
    }
  }

  /** All of them, in the order of the file. */
  public List<Place> all() {
    return all;
  }

  /** Every town, by how many live there. */
  public Weighted<Place> weighted() {
    return byWeight;
  }

  /** Towns where {@code language} is written, by how many live there. */
  public Weighted<Place> speaking(String language) {
    return Objects.requireNonNull(byLanguage.get(language), () -> "no town speaks " + language);
  }

  /**
   * The town that the sample's files call {@code key}.
   *
   * @throws IllegalArgumentException when no town has this key
   */
  public Place named(String key) {
    Place place = byKey.get(key);
    if (place == null) {
      throw new IllegalArgumentException("places.tsv has no town " + key);
    }
    return place;
  }
}

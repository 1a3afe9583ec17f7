package org.groundswell.nlp.scoring;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.groundswell.nlp.text.Tokens;

/**
 * What training leaves behind: is it unrest, of which kind, and how sure is that.
 *
 * @param unrest tells {@link #UNREST} from {@link Corpus#NONE}
 * @param kind tells the names of {@link EventType}, trained on unrest alone
 * @param calibrations by language; {@link #ANY_LANGUAGE} for all others
 */
record ScoringModel(
    LinearModel unrest, LinearModel kind, Map<String, Calibration> calibrations, String version) {

  static final String UNREST = "UNREST";
  static final String ANY_LANGUAGE = "und";
  static final String FOLDER = "models";

  private static final String UNREST_FILE = "unrest.bin";
  private static final String KIND_FILE = "kind.bin";
  private static final String ABOUT_FILE = "scoring.properties";

  double probability(long[] features, String language) {
    return calibrations
        .getOrDefault(language, anyLanguage())
        .probability(logOdds(unrest, features, language));
  }

  /** Returns the logarithm of the odds of unrest, before calibration. */
  static double logOdds(LinearModel unrest, long[] features, String language) {
    return unrest.scores(features, language)[0];
  }

  EventType eventType(long[] features, String language) {
    double[] scores = kind.scores(features, language);
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return EventType.valueOf(kind.outcomes().get(best));
  }

  /** Returns what each feature adds to the log-odds of unrest, the strongest first. */
  Stream<Clue> clues(Tokens tokens, String language) {
    return FeatureNames.of(tokens).entrySet().stream()
        .map(named ->
            new Clue(named.getValue(), logOdds(unrest, new long[] {named.getKey()}, language)))
        .filter(clue -> clue.logOdds() != 0)
        .sorted(Comparator.comparingDouble((Clue clue) -> -Math.abs(clue.logOdds())));
  }

  private Calibration anyLanguage() {
    return Objects.requireNonNull(calibrations.get(ANY_LANGUAGE), ABOUT_FILE + " lacks 'und'");
  }

  /** Reads the model that the build put on the class path. */
  static ScoringModel load() {
    try {
      var about = new Properties();
      try (InputStream in = open(ABOUT_FILE)) {
        about.load(in);
      }
      return new ScoringModel(
          model(UNREST_FILE), model(KIND_FILE), calibrations(about), about.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the scoring model", e);
    }
  }

  /** Writes the three files below {@code folder}; equal models make equal bytes. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    write(unrest, folder.resolve(UNREST_FILE));
    write(kind, folder.resolve(KIND_FILE));
    Files.writeString(folder.resolve(ABOUT_FILE), about(), StandardCharsets.ISO_8859_1);
  }

  private static void write(LinearModel model, Path file) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      model.write(out);
    }
  }

  private String about() {
    return new TreeMap<>(calibrations)
        .entrySet().stream()
            .map(c ->
                "%s=%s %s\n".formatted(c.getKey(), c.getValue().slope(), c.getValue().offset()))
            .collect(Collectors.joining("", "version=" + version + "\n", ""));
  }

  private static Map<String, Calibration> calibrations(Properties about) {
    return about.stringPropertyNames().stream()
        .filter(name -> !name.equals("version"))
        .collect(Collectors.toMap(name -> name, name -> calibration(about.getProperty(name))));
  }

  private static Calibration calibration(String numbers) {
    int space = numbers.indexOf(' ');
    return new Calibration(
        Double.parseDouble(numbers.substring(0, space)),
        Double.parseDouble(numbers.substring(space + 1)));
  }

  private static LinearModel model(String file) throws IOException {
    try (var in = new DataInputStream(new BufferedInputStream(open(file)))) {
      return LinearModel.read(in);
    }
  }

  private static InputStream open(String file) throws IOException {
    String path = "/" + FOLDER + "/" + file;
    InputStream in = ScoringModel.class.getResourceAsStream(path);
    if (in == null) {
      throw new IOException(path + " is missing: mvn process-classes trains it");
    }
    return in;
  }
}

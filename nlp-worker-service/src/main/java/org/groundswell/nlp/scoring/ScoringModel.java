package org.groundswell.nlp.scoring;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.groundswell.nlp.text.PostText;

/**
 * What training leaves behind: is it unrest, of which kind, and how sure is that.
 *
 * @param unrest tells {@link #UNREST} from {@link Corpus#NONE}
 * @param kind tells the names of {@link EventType}, trained on unrest alone
 * @param calibrations by language; {@link #ANY_LANGUAGE} for all others
 */
record ScoringModel(
    Categorizer unrest, Categorizer kind, Map<String, Calibration> calibrations, String version) {

  static final String UNREST = "UNREST";
  static final String ANY_LANGUAGE = "und";
  static final String FOLDER = "models";

  private static final String UNREST_FILE = "unrest.bin";
  private static final String KIND_FILE = "kind.bin";
  private static final String ABOUT_FILE = "scoring.properties";

  Score score(PostText text, String language) {
    Calibration calibration = calibrations.getOrDefault(language, anyLanguage());
    return new Score(
        calibration.probability(unrest.logOdds(text, UNREST)), EventType.valueOf(kind.best(text)));
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
          categorizer(UNREST_FILE),
          categorizer(KIND_FILE),
          calibrations(about),
          about.getProperty("version"));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the scoring model", e);
    }
  }

  /** Writes the three files below {@code folder}; equal models make equal bytes. */
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (OutputStream out = Files.newOutputStream(folder.resolve(UNREST_FILE))) {
      unrest.write(out);
    }
    try (OutputStream out = Files.newOutputStream(folder.resolve(KIND_FILE))) {
      kind.write(out);
    }
    Files.writeString(folder.resolve(ABOUT_FILE), about(), StandardCharsets.ISO_8859_1);
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

  private static Categorizer categorizer(String file) throws IOException {
    try (InputStream in = new BufferedInputStream(open(file))) {
      return Categorizer.read(in);
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

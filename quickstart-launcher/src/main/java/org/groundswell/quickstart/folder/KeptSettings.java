package org.groundswell.quickstart.folder;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import org.groundswell.quickstart.failure.CannotRun;

/**
 * What must stay the same in every run on one data folder: secrets, and the number of partitions.
 *
 * <p>Kept in a file that only its owner may read.
 */
public final class KeptSettings {

  private static final int SECRET_BYTES = 32;

  private final Path file;
  private final Properties properties;

  private KeptSettings(Path file, Properties properties) {
    this.file = file;
    this.properties = properties;
  }

  /** Reads the settings of a folder; a new folder has none. */
  public static KeptSettings of(DataFolder folder) {
    Path file = folder.at("settings.properties");
    var properties = new Properties();
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      } catch (IOException e) {
        throw new CannotRun("Cannot read %s: %s".formatted(file, e), e);
      }
    }
    return new KeptSettings(file, properties);
  }

  /** Returns 256 random bits in hex, the same for the same name in every run on this folder. */
  public String secret(String name) {
    String kept = properties.getProperty(name);
    return kept != null ? kept : keep(name, randomSecret());
  }

  /** Returns 256 random bits in hex that no other call returns. */
  public static String randomSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Holds a setting to what the first run on this folder chose.
   *
   * @throws CannotRun when the value differs from the kept one
   */
  public void hold(String option, int value) {
    String wanted = Integer.toString(value);
    String kept = properties.getProperty(option);
    if (kept == null) {
      keep(option, wanted);
    } else if (!kept.equals(wanted)) {
      throw new CannotRun(
          "The data folder %s was made with %s %s and cannot be used with %s %s"
              .formatted(file.getParent(), option, kept, option, wanted));
    }
  }

  private String keep(String name, String value) {
    properties.setProperty(name, value);
    try {
      if (!Files.exists(file)) {
        Files.createFile(file);
        FileTree.closeToOthers(file);
      }
      try (Writer writer = Files.newBufferedWriter(file)) {
        properties.store(writer, "Secrets of this folder; its data cannot be read without them");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return value;
  }
}

package org.groundswell.nlp.scoring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a model is made from, so that a build which changes neither corpus nor code need not train
 * again: the posts, and the classes and words that features come from.
 *
 * @param hash SHA-256 over all of it, in hexadecimal digits
 */
record TrainingInputs(String hash) {

  private static final String NOTE = "scoring.inputs";
  private static final List<String> CODE =
      List.of("org/groundswell/nlp/scoring", "org/groundswell/nlp/text", "scoring");

  /** Reads the inputs as they are now. */
  static TrainingInputs of(Path corpus) throws IOException {
    var all = new ByteArrayOutputStream();
    add(corpus, all);
    for (String folder : CODE) {
      add(classes().resolve(folder), all);
    }
    return new TrainingInputs(sha256(all.toByteArray()));
  }

  private static void add(Path folder, ByteArrayOutputStream all) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.writeBytes(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(Files.readAllBytes(file));
      }
    }
  }

  private static Path classes() {
    try {
      return Path.of(
          TrainingInputs.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The classes lie in no folder", e);
    }
  }

  boolean madeModelsIn(Path models) throws IOException {
    Path note = models.resolve(NOTE);
    return Files.exists(note) && Files.readString(note).equals(hash);
  }

  void noteIn(Path models) throws IOException {
    Files.writeString(models.resolve(NOTE), hash);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

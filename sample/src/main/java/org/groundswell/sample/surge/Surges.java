package org.groundswell.sample.surge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads {@code surges.json}. */
public final class Surges {

  private Surges() {}

  /** All of them, in the order of the file. */
  public static List<Surge> load() {
    try (InputStream in = Surges.class.getResourceAsStream("/org/groundswell/sample/surges.json")) {
      return JsonMapper.shared().readValue(in, new TypeReference<List<Surge>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read surges.json", e);
    }
  }
}

package org.groundswell.sample;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Writes the sample anew: {@code SampleWriter FOLDER [SEED]}. Without a seed it is the one that
 * ships, and the content comes out as committed.
 */
final class SampleWriter {

  private SampleWriter() {}

  /**
   * Writes the three files and says how many posts are in them.
   *
   * @throws IllegalArgumentException when the folder is missing or the seed is no whole number
   */
  public static void main(String[] args) throws IOException {
    if (args.length < 1 || args.length > 2) {
      throw new IllegalArgumentException("usage: SampleWriter FOLDER [SEED]");
    }
    long seed = args.length == 2 ? Long.parseLong(args[1]) : SampleWeek.SHIPPED_SEED;
    SampleWeek week = SampleWeek.write(seed);
    SampleFiles.write(week, Path.of(args[0]));
    System.out.printf(
        "%d posts by %d authors, %d events, %d decoys%n",
        week.truth().posts(),
        week.truth().authors(),
        week.truth().events().size(),
        week.truth().decoys().size());
  }
}

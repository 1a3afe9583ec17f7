package org.groundswell.sample.chance;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Seeded random choices. The algorithm is named, and only operations that Java defines to the bit
 * are used ({@link StrictMath} for logarithms), so one seed gives one sequence everywhere.
 *
 * <p>Not thread-safe.
 */
public final class Dice {

  private static final RandomGeneratorFactory<RandomGenerator> ALGORITHM =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final long seed;
  private final RandomGenerator random;

  /** Dice that fall as {@code seed} says. */
  public Dice(long seed) {
    this.seed = seed;
    this.random = ALGORITHM.create(seed);
  }

  /**
   * Independent dice for the part of the work called {@code name}, the same however often these
   * dice were thrown before: a change in one part leaves every other part as it was.
   */
  public Dice fork(String name) {
    return new Dice(seed * 0x9E3779B97F4A7C15L + name.hashCode());
  }

  /** True with probability {@code p}. */
  public boolean chance(double p) {
    return random.nextDouble() < p;
  }

  /** Uniform in [0, 1). */
  public double unit() {
    return random.nextDouble();
  }

  /** Uniform whole number from {@code from} to {@code to}, both included. */
  public int between(int from, int to) {
    return from + random.nextInt(to - from + 1);
  }

  /** Exponentially distributed with the given median. */
  public double decay(double median) {
    return -StrictMath.log(1 - unit()) / StrictMath.log(2) * median;
  }

  /** Pareto distributed, at least 1: few are large, most are small. */
  public double heavyTail(double shape) {
    return StrictMath.pow(1 - unit(), -1 / shape);
  }

  /** One of {@code items}, all equally likely. */
  public <T> T pick(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }
}

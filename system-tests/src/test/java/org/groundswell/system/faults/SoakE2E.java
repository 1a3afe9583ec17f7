package org.groundswell.system.faults;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.groundswell.system.cluster.ServiceProcess;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kills services with SIGKILL as often as {@code -Dgroundswell.chaos.rounds} says, at random
 * moments and some while they still start. {@code -Dgroundswell.chaos.seed} repeats the choices of
 * an earlier run.
 */
@EnabledIfSystemProperty(named = SoakE2E.ROUNDS, matches = "[1-9]\\d{0,3}")
class SoakE2E implements ReplayGuarantees {

  static final String ROUNDS = "groundswell.chaos.rounds";
  private static final String SEED = "groundswell.chaos.seed";
  private static final Logger LOG = LoggerFactory.getLogger(SoakE2E.class);

  private static final Duration A_ROUND = Duration.ofSeconds(12);

  /** Of the week, for all rounds together; a killed collector begins it anew. */
  private static final double SHARE = 0.9;

  private static Outcome outcome;

  @BeforeAll
  static void replayAndKill() throws IOException, SQLException {
    int rounds = Integer.getInteger(ROUNDS);
    long seed = Long.getLong(SEED, new Random().nextInt(Integer.MAX_VALUE));
    LOG.info("Killing {} times; to repeat it: -D{}={} -D{}={}", rounds, ROUNDS, rounds, SEED, seed);
    try (var week = ReplayedWeek.start("soak", 2, A_ROUND.multipliedBy(rounds))) {
      week.measurements().begin("undisturbed");
      var random = new Random(seed);
      for (int round = 0; round < rounds; round++) {
        week.awaitShare(week.share() + random.nextDouble() * SHARE / rounds);
        week.assertUnderLoad();
        List<ServiceProcess> services = services(week);
        week.kill(services.get(random.nextInt(services.size())));
      }
      outcome = week.outcome();
      FiguresFile.write("soak", week.measurements().figures());
    }
  }

  private static List<ServiceProcess> services(ReplayedWeek week) {
    var services = new ArrayList<>(week.workers());
    services.addAll(List.of(week.collector(), week.alerts(), week.dashboard()));
    return services;
  }

  @Override
  public Outcome outcome() {
    return outcome;
  }
}

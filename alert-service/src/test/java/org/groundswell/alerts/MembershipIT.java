package org.groundswell.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What an instance that is stopped in order leaves behind in the topology's group. */
class MembershipIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void leavesTheGroupSoThatNobodyWaitsForIt() {
    var world = new World("dynamic");

    startAndStop(world);

    assertThat(world.members()).isZero();
  }

  @Test
  void keepsThePlaceOfAMemberWithAName() {
    var world = new World("static");

    startAndStop(world, "--spring.kafka.streams.properties.group.instance.id=alert-0");

    assertThat(world.members()).isOne();
  }

  private static void startAndStop(World world, String... more) {
    world.createSourceTopics(2);
    var arguments =
        Stream.concat(
            world.properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue()),
            Stream.of(more));
    try (var _ =
        new SpringApplicationBuilder(AlertApplication.class)
            .web(WebApplicationType.NONE)
            .run(arguments.toArray(String[]::new))) {
      await().atMost(PATIENCE).ignoreExceptions().until(() -> world.members() == 1);
    }
  }
}

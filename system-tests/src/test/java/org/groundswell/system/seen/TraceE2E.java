package org.groundswell.system.seen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.groundswell.system.seen.SpanReceiver.Span;
import org.junit.jupiter.api.Test;

/** A sampled post is followed, in one trace, through all four services. */
class TraceE2E {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final SpanReceiver receiver = SeenSystem.shared().receiver;

  @Test
  void followsAPostFromTheCollectorToTheDashboard() {
    await().atMost(PATIENCE).until(() -> last().isPresent());

    List<Span> way = way(last().orElseThrow());

    assertThat(way)
        .extracting(span -> span.service() + ": " + span.name())
        .containsExactly(
            "collector-service: collect post",
            "nlp-worker-service: analyse post",
            "alert-service: judge place",
            "alert-service: publish alert",
            "dashboard-service: pass on alert");
    assertThat(way).extracting(Span::trace).containsOnly(way.getFirst().trace());
  }

  @Test
  void endsInTheDatabaseToo() {
    await().atMost(PATIENCE).until(() -> spans("store alert").findFirst().isPresent());

    Span stored = spans("store alert").findFirst().orElseThrow();
    await().atMost(PATIENCE).until(() -> way(stored).size() == 5);
    assertThat(way(stored).getFirst().name()).isEqualTo("collect post");
  }

  @Test
  void linksTheOtherPostsOfTheAlert() {
    // A revision that one minute's posts alone have led to has nothing else to link.
    await()
        .atMost(PATIENCE)
        .until(() -> spans("publish alert").anyMatch(span -> !span.linked().isEmpty()));

    assertThat(spans("publish alert")).allMatch(span -> span.linked().size() <= 8);
  }

  @Test
  void tellsNothingOfWhatPeopleWrote() {
    await().atMost(PATIENCE).until(() -> last().isPresent());

    assertThat(receiver.raw()).contains("collect post").doesNotContain(SeenSystem.MARK);
  }

  private java.util.stream.Stream<Span> spans(String name) {
    return receiver.spans().stream().filter(span -> span.name().equals(name));
  }

  /** A last span whose whole way has been received. */
  private Optional<Span> last() {
    return spans("pass on alert").filter(span -> way(span).size() == 5).findFirst();
  }

  /** A span and those that led to it, the first first. */
  private List<Span> way(Span last) {
    Map<String, Span> known =
        receiver.spans().stream()
            .collect(Collectors.toMap(Span::id, Function.identity(), (one, _) -> one));
    return java.util.stream.Stream.iterate(
            last, span -> span != null, span -> known.get(span.parent()))
        .toList()
        .reversed();
  }
}

package org.groundswell.alerts.evidence;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.evidence.Deletion.Scope;
import org.groundswell.alerts.wire.KeyBytes;

/**
 * Remembers what was taken back, so that a post which comes after its own deletion is not shown
 * either. Forgets what is older, by the deletions' own times, than signals are kept. Not
 * thread-safe.
 */
public final class Erasures {

  private static final Duration REMEMBERED = Duration.ofDays(2);
  private static final String NAMES = "name";
  private static final String TIMES = "time";

  private final KeyValueStore<Bytes, byte[]> store;

  public Erasures(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  public void remember(Deletion deletion) {
    Bytes name = name(deletion.scope(), deletion.named());
    long millis = deletion.at().toEpochMilli();
    store.put(name, new byte[] {1});
    store.put(KeyBytes.from(TIMES).then(millis).then(name).bytes(), name.get());
    forgetBefore(millis - REMEMBERED.toMillis());
  }

  /** Erases in a list what was taken back earlier. */
  public List<Evidence> applyTo(List<Evidence> evidence) {
    return evidence.stream().map(post -> takenBack(post) ? post.erase() : post).toList();
  }

  /** Erases in a list what a deletion concerns. */
  public static List<Evidence> apply(Deletion deletion, List<Evidence> evidence) {
    return evidence.stream().map(post -> deletion.concerns(post) ? post.erase() : post).toList();
  }

  private boolean takenBack(Evidence post) {
    String author = post.authorKey();
    return !post.erased()
        && (store.get(name(Scope.POST, post.post())) != null
            || (author != null && store.get(name(Scope.AUTHOR, author)) != null));
  }

  private void forgetBefore(long millis) {
    var old = new ArrayList<Bytes>();
    try (var entries =
        store.range(
            KeyBytes.from(TIMES).bytes(), KeyBytes.from(TIMES).then(Math.max(0, millis)).bytes())) {
      entries.forEachRemaining(entry -> {
        old.add(entry.key);
        old.add(Bytes.wrap(entry.value));
      });
    }
    old.forEach(store::delete);
  }

  private static Bytes name(Scope scope, String name) {
    return KeyBytes.from(NAMES).then(scope.name()).then(name).bytes();
  }
}

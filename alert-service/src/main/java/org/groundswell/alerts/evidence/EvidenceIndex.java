package org.groundswell.alerts.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.groundswell.alerts.evidence.Deletion.Scope;
import org.groundswell.alerts.wire.KeyBytes;

/**
 * Finds who holds an excerpt of a post, or of an author, so that a deletion need not search all
 * state. An owner is the key of the state that holds the evidence. Not thread-safe.
 */
public final class EvidenceIndex {

  private static final byte[] PRESENT = {1};

  private final KeyValueStore<Bytes, byte[]> store;

  public EvidenceIndex(KeyValueStore<Bytes, byte[]> store) {
    this.store = store;
  }

  /** Notes that an owner's evidence has changed; either list may be empty. */
  public void replace(Bytes owner, List<Evidence> before, List<Evidence> after) {
    Set<Bytes> had = keys(owner, before);
    Set<Bytes> has = keys(owner, after);
    had.stream().filter(key -> !has.contains(key)).forEach(store::delete);
    has.stream().filter(key -> !had.contains(key)).forEach(key -> store.put(key, PRESENT));
  }

  /** Returns the owners of evidence that a deletion concerns, in the order of their keys. */
  public List<Bytes> owners(Deletion deletion) {
    Bytes prefix = prefix(deletion.scope(), deletion.named());
    var owners = new ArrayList<Bytes>();
    try (var found = store.prefixScan(prefix, new BytesSerializer())) {
      found.forEachRemaining(entry -> owners.add(rest(entry.key, prefix)));
    }
    return owners;
  }

  private static Set<Bytes> keys(Bytes owner, List<Evidence> evidence) {
    return evidence.stream()
        .filter(post -> !post.erased())
        .<Bytes>mapMulti((post, keys) ->
            names(
                post,
                (scope, name) ->
                    keys.accept(KeyBytes.from(scope.name()).then(name).then(owner).bytes())))
        .collect(Collectors.toSet());
  }

  private static void names(Evidence post, BiConsumer<Scope, String> names) {
    names.accept(Scope.POST, post.post());
    String author = post.authorKey();
    if (author != null) {
      names.accept(Scope.AUTHOR, author);
    }
  }

  private static Bytes prefix(Scope scope, String name) {
    return KeyBytes.from(scope.name()).then(name).bytes();
  }

  private static Bytes rest(Bytes key, Bytes prefix) {
    byte[] rest = new byte[key.get().length - prefix.get().length];
    System.arraycopy(key.get(), prefix.get().length, rest, 0, rest.length);
    return Bytes.wrap(rest);
  }
}

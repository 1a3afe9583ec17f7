package org.groundswell.collector.bluesky;

import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** The last versions of posts that went by, to know those that a rewound stream repeats. */
final class Recent {

  /** Some minutes of the stream at its busiest. */
  private static final int REMEMBERED = 50_000;

  private final SequencedSet<String> versions = new LinkedHashSet<>();

  /** Returns false when the version is remembered already. */
  synchronized boolean add(String version) {
    if (!versions.add(version)) {
      return false;
    }
    if (versions.size() > REMEMBERED) {
      versions.removeFirst();
    }
    return true;
  }

  synchronized void forget() {
    versions.clear();
  }
}

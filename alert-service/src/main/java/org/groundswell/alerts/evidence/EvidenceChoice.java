package org.groundswell.alerts.evidence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Chooses what an alert is shown with: at most {@value #MOST} posts, one of a voice and none with
 * the words of another. The same posts give the same choice in whatever order they come.
 */
public final class EvidenceChoice {

  /** As many as the contract of alerts allows. */
  public static final int MOST = 10;

  private static final int COMPARED_LETTERS = 60;

  private static final Comparator<Evidence> NEWEST =
      Comparator.comparing(Evidence::time).reversed().thenComparing(Evidence::post);

  private static final Comparator<Evidence> MOST_TELLING =
      Comparator.comparing(Evidence::erased)
          .thenComparing(Evidence::repost)
          .thenComparing(Comparator.comparingDouble(Evidence::probability).reversed())
          .thenComparing(Evidence::time)
          .thenComparing(Evidence::post);

  private EvidenceChoice() {}

  /** Chooses the newest: what to remember of a place where nothing unusual happens. */
  public static List<Evidence> newest(Stream<Evidence> posts) {
    return choose(posts.sorted(NEWEST));
  }

  /** Chooses the most telling since a time: sure of what they say, and in words of their own. */
  public static List<Evidence> mostTelling(Stream<Evidence> posts, Instant since) {
    return choose(posts.filter(post -> !post.time().isBefore(since)).sorted(MOST_TELLING));
  }

  private static List<Evidence> choose(Stream<Evidence> ordered) {
    var chosen = new ArrayList<Evidence>(MOST);
    Set<String> seen = new HashSet<>();
    ordered
        .takeWhile(_ -> chosen.size() < MOST)
        .filter(post -> isNew(post, seen))
        .forEach(chosen::add);
    return List.copyOf(chosen);
  }

  private static boolean isNew(Evidence post, Set<String> seen) {
    String words = words(post);
    if (seen.contains(post.post()) || seen.contains(post.voice()) || seen.contains(words)) {
      return false;
    }
    seen.addAll(List.of(post.post(), post.voice(), words));
    return true;
  }

  private static String words(Evidence post) {
    String excerpt = post.excerpt();
    if (excerpt == null) {
      return post.post();
    }
    String letters = excerpt.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    return "words:" + letters.substring(0, Math.min(COMPARED_LETTERS, letters.length()));
  }
}

package org.groundswell.dashboard.alerts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The history of alerts in PostgreSQL. It goes back to when the alert service began to keep it, and
 * no further than its retention. Every question is a read-only transaction of at most five seconds.
 */
@Service
@Transactional(readOnly = true, timeout = 5)
public class RevisionArchive {

  private final RevisionRepository revisions;

  RevisionArchive(RevisionRepository revisions) {
    this.revisions = revisions;
  }

  /** Which revisions there were, without what they told. */
  public interface Earlier {

    int getRevision();

    /** Returns when the broker had it. */
    Instant getPublished();
  }

  /** Returns at most {@code most} revisions that follow {@code after}, oldest first. */
  List<Revision> after(String id, int after, int most) {
    return AlertId.isOne(id)
        ? revisions.findAfter(id, after, Limit.of(most)).stream()
            .map(RevisionRow::toRevision)
            .toList()
        : List.of();
  }

  /** Returns one revision of an alert; empty when there is none. */
  public Optional<Revision> find(String id, int revision) {
    return AlertId.isOne(id)
        ? revisions.findById(new RevisionKey(id, revision)).map(RevisionRow::toRevision)
        : Optional.empty();
  }

  /** Returns an alert's newest revision; empty when none is kept. */
  public Optional<Revision> newest(String id) {
    return AlertId.isOne(id)
        ? revisions.findNewest(id, Limit.of(1)).stream().findFirst().map(RevisionRow::toRevision)
        : Optional.empty();
  }

  /** Returns the newest {@code most} of the revisions before {@code revision}, oldest first. */
  public List<Earlier> before(String id, int revision, int most) {
    return AlertId.isOne(id)
        ? revisions.findBefore(id, revision, Limit.of(most)).reversed()
        : List.of();
  }
}

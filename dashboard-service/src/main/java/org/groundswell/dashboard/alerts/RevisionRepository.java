package org.groundswell.dashboard.alerts;

import java.util.List;
import java.util.Optional;
import org.groundswell.dashboard.alerts.RevisionArchive.Earlier;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Reads the history of alerts; it offers no way to write. */
interface RevisionRepository extends Repository<RevisionRow, RevisionKey> {

  Optional<RevisionRow> findById(RevisionKey key);

  @Query(
      """
      select row from RevisionRow row
      where row.key.alertId = :id and row.key.revision > :after order by row.key.revision
      """)
  List<RevisionRow> findAfter(String id, int after, Limit limit);

  @Query(
      """
      select row from RevisionRow row
      where row.key.alertId = :id order by row.key.revision desc
      """)
  List<RevisionRow> findNewest(String id, Limit limit);

  @Query(
      """
      select row.key.revision as revision, row.published as published from RevisionRow row
      where row.key.alertId = :id and row.key.revision < :revision
      order by row.key.revision desc
      """)
  List<Earlier> findBefore(String id, int revision, Limit limit);
}

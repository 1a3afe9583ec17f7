package org.groundswell.alerts.store;

import java.util.Collection;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.NativeQuery;
import org.springframework.data.repository.query.Param;

/** The stored alerts. */
interface AlertRows extends JpaRepository<AlertRow, String> {

  /**
   * Erases in every evidence what posts' authors have taken back; returns how many it concerned.
   */
  @Modifying
  @NativeQuery(
      "update evidence set excerpt = null, url = null, author_key = null where post in (:posts)")
  int erasePosts(@Param("posts") Collection<String> posts);

  /** Erases in every evidence whatever authors have written; returns how many it concerned. */
  @Modifying
  @NativeQuery(
      "update evidence set excerpt = null, url = null, author_key = null"
          + " where author_key in (:authors)")
  int eraseAuthors(@Param("authors") Collection<String> authors);
}

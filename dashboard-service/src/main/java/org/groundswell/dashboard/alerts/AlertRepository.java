package org.groundswell.dashboard.alerts;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaSpecificationExecutor;
import org.springframework.data.repository.Repository;

/** Reads alerts; it offers no way to write. */
interface AlertRepository extends Repository<AlertRow, String>, JpaSpecificationExecutor<AlertRow> {

  Optional<AlertRow> findById(String id);
}

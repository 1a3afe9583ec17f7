package org.groundswell.collector;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  @Test
  void keepsItsPackagesApart() {
    ApplicationModules.of(CollectorApplication.class).verify();
  }
}

package org.groundswell.dashboard;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  @Test
  void featuresUseOnlyWhatOthersOffer() {
    ApplicationModules.of(DashboardApplication.class).verify();
  }
}

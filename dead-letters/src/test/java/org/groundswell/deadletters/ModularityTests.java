package org.groundswell.deadletters;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  @Test
  void keepsItsBoundaries() {
    ApplicationModules.of(DeadLettersApplication.class).verify();
  }
}

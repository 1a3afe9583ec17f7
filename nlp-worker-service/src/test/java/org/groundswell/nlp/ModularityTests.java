package org.groundswell.nlp;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

  @Test
  void modulesUseOnlyEachOthersDoors() {
    ApplicationModules.of(NlpWorkerApplication.class).verify();
  }
}

package org.groundswell.quickstart.process;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One service to start.
 *
 * @param name unique in a run; also names its log
 * @param jar its executable jar
 * @param port it serves HTTP on, on 127.0.0.1
 * @param jvm options of its Java virtual machine
 * @param environment its configuration; secrets travel here, never on a command line that other
 *     users of the machine can list
 * @param waitsForOthers whether it is ready only once services of a later stage have made what it
 *     reads; until then it is enough that it lives
 */
public record Service(
    String name,
    Path jar,
    int port,
    List<String> jvm,
    Map<String, String> environment,
    boolean waitsForOthers) {

  URI readiness() {
    return health("readiness");
  }

  /** What its own stage waits for. */
  URI gate() {
    return health(waitsForOthers ? "liveness" : "readiness");
  }

  private URI health(String group) {
    return URI.create("http://127.0.0.1:%d/actuator/health/%s".formatted(port, group));
  }
}

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
 * @param anyPort whether another free port would do as well
 * @param jvm options of its Java virtual machine
 * @param environment its configuration, the port excepted; secrets travel here, never on a command
 *     line that other users of the machine can list
 * @param waitsForOthers whether it is ready only once services of a later stage have made what it
 *     reads; until then it is enough that it lives
 */
public record Service(
    String name,
    Path jar,
    int port,
    boolean anyPort,
    List<String> jvm,
    Map<String, String> environment,
    boolean waitsForOthers) {

  URI readiness() {
    return health("readiness");
  }

  URI liveness() {
    return health("liveness");
  }

  /** Returns the same service on another port. */
  Service on(int otherPort) {
    return new Service(name, jar, otherPort, anyPort, jvm, environment, waitsForOthers);
  }

  /** What its own stage waits for. */
  URI gate() {
    return waitsForOthers ? liveness() : readiness();
  }

  private URI health(String group) {
    return URI.create("http://127.0.0.1:%d/actuator/health/%s".formatted(port, group));
  }
}

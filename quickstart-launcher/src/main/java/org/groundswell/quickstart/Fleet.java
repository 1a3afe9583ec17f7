package org.groundswell.quickstart;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.groundswell.quickstart.folder.DataFolder;
import org.groundswell.quickstart.process.ProjectLayout;
import org.groundswell.quickstart.process.Service;
import org.groundswell.servers.FreePorts;

/**
 * Describes the services of a run: which jar, which port, which configuration.
 *
 * @param bootstrapServers of the Kafka broker
 * @param authorSecret key of the hash that stands for an author
 */
record Fleet(
    ProjectLayout project,
    DataFolder folder,
    Ports ports,
    int partitions,
    String bootstrapServers,
    Database database,
    String authorSecret) {

  /** The modules whose jars a run starts. */
  static final List<String> MODULES =
      List.of("collector-service", "nlp-worker-service", "alert-service", "dashboard-service");

  /** Begins the name of each worker. */
  static final String WORKER = "nlp-worker-";

  /** The services that must be ready before the first post, the last reader first. */
  List<Service> readers(int workers) {
    var services = new ArrayList<Service>();
    services.add(dashboard());
    services.add(alerts());
    for (int number = 1; number <= workers; number++) {
      services.add(worker(number));
    }
    return services;
  }

  Service collector(Source source) {
    var environment = new HashMap<>(source.environment());
    environment.put("GROUNDSWELL_COLLECTOR_AUTHORSECRET", authorSecret);
    environment.put("GROUNDSWELL_COLLECTOR_WORK_DIRECTORY", folder.temporary().toString());
    return service("collector", "collector-service", ports.collector(), heap(512), environment);
  }

  private Service worker(int number) {
    int port = number == 1 ? ports.worker() : FreePorts.next();
    return service(WORKER + number, "nlp-worker-service", port, heap(768), Map.of());
  }

  private Service alerts() {
    var environment = new HashMap<>(login(database.writer()));
    environment.put("SPRING_KAFKA_STREAMS_STATEDIR", folder.at("streams").toString());
    return service("alert", "alert-service", ports.alerts(), startingFast(heap(512)), environment);
  }

  private Service dashboard() {
    return service(
        "dashboard",
        "dashboard-service",
        ports.dashboard(),
        startingFast(heap(256)),
        login(database.reader()));
  }

  private Service service(
      String name, String module, int port, List<String> jvm, Map<String, String> own) {
    var environment = new HashMap<>(own);
    environment.put("SPRING_KAFKA_BOOTSTRAPSERVERS", bootstrapServers);
    environment.put("SERVER_ADDRESS", "127.0.0.1");
    environment.put("GROUNDSWELL_TOPICS_PARTITIONS", Integer.toString(partitions));
    environment.put("GROUNDSWELL_TOPICS_REPLICATION", "1");
    // Only the first worker is asked by anybody.
    boolean anyPort = name.startsWith(WORKER) && port != ports.worker();
    boolean waitsForCollector = module.equals("alert-service"); // for groundswell.deletions
    return new Service(
        name, project.jar(module), port, anyPort, jvm, environment, waitsForCollector);
  }

  private Map<String, String> login(Database.Login login) {
    return Map.of(
        "SPRING_DATASOURCE_URL", database.url(),
        "SPRING_DATASOURCE_USERNAME", login.user(),
        "SPRING_DATASOURCE_PASSWORD", login.password());
  }

  /** Halves the processor time of a start; for services that have little to do afterwards. */
  private static List<String> startingFast(List<String> jvm) {
    return Stream.concat(jvm.stream(), Stream.of("-XX:TieredStopAtLevel=1")).toList();
  }

  private static List<String> heap(int megabytes) {
    return List.of("-Xmx%dm".formatted(megabytes), "-XX:+UseSerialGC");
  }
}

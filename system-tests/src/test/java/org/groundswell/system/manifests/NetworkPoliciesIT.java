package org.groundswell.system.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.strimzi.api.kafka.model.kafka.Kafka;
import io.strimzi.api.kafka.model.kafka.listener.GenericKafkaListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.groundswell.system.manifests.Network.End;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing may speak to anything but what must, and what must may, on both sides. */
class NetworkPoliciesIT {

  private static final End PROMETHEUS =
      End.pod("prometheus", "monitoring", Map.of("app.kubernetes.io/name", "prometheus"));
  private static final End TRACES =
      End.pod("traces", "monitoring", Map.of("app.kubernetes.io/name", "opentelemetry-collector"));
  private static final End DNS = End.pod("dns", "kube-system", Map.of("k8s-app", "kube-dns"));
  private static final End STRANGER = End.pod("stranger", "default", Map.of());
  private static final End NEIGHBOUR = End.pod("neighbour", "groundswell", Map.of());
  private static final End KEDA =
      End.pod("keda", "keda", Map.of("app.kubernetes.io/name", "keda-operator"));
  private static final End CNPG =
      End.pod("cnpg", "cnpg-system", Map.of("app.kubernetes.io/name", "cloudnative-pg"));
  private static final End INTERNET = End.host("198.51.100.7");
  private static final End INTERNET_6 = End.host("2001:db8::7");
  private static final End INTRANET = End.host("192.168.7.7");
  private static final End KUBERNETES = End.host("10.96.0.1");

  private static final List<String> SERVICES =
      List.of("collector", "nlp-worker", "alert", "dashboard");

  /** A connection that is wanted, or one that is not. */
  record Flow(End from, End to, int port) {

    @Override
    public String toString() {
      return from.name() + " -> " + to.name() + ":" + port;
    }
  }

  /** The pods of an overlay by their names, with those that operators make. */
  private record Pods(Overlay overlay) {

    End get(String name) {
      if (name.equals("kafka") && !overlay.all(Kafka.class).isEmpty()) {
        return strimzi("kafka");
      }
      if (name.equals("postgres") && !overlay.all(CloudNativePg.Cluster.class).isEmpty()) {
        return End.pod("postgres", "groundswell", Map.of("cnpg.io/cluster", "groundswell-db"));
      }
      return End.of(overlay.workload(name));
    }

    /** Labels that Strimzi gives to the pods of a cluster. */
    static End strimzi(String component) {
      return End.pod(
          component,
          "groundswell",
          Map.of(
              "strimzi.io/cluster",
              "groundswell",
              "strimzi.io/name",
              "groundswell-" + component,
              "app.kubernetes.io/name",
              component));
    }
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void nothingIsOpenByDefault(String overlay) {
    assertThat(Overlay.rendered(overlay).all(NetworkPolicy.class))
        .anySatisfy(policy -> {
          assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isEmpty();
          assertThat(policy.getSpec().getPodSelector().getMatchExpressions()).isEmpty();
          assertThat(policy.getSpec().getPolicyTypes())
              .containsExactlyInAnyOrder("Ingress", "Egress");
          assertThat(policy.getSpec().getIngress()).isEmpty();
          assertThat(policy.getSpec().getEgress()).isEmpty();
        });
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void everyWayThatIsNeededIsOpenOnBothSides(String overlay) {
    Overlay rendered = Overlay.rendered(overlay);

    assertThat(closed(network(rendered), wanted(rendered))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("org.groundswell.system.manifests.Kustomize#overlays")
  void noOtherWayIsOpen(String overlay) {
    Overlay rendered = Overlay.rendered(overlay);

    assertThat(open(network(rendered), unwanted(rendered))).isEmpty();
  }

  @Test
  void theOperatorsReachWhatTheyRun() {
    Overlay production = Overlay.rendered("production");
    var pods = new Pods(production);
    End kafka = pods.get("kafka");
    End postgres = pods.get("postgres");
    End entityOperator = Pods.strimzi("entity-operator");

    assertThat(
            closed(
                network(production),
                Stream.of(
                    new Flow(KEDA, kafka, 9092),
                    new Flow(kafka, kafka, 9090),
                    new Flow(kafka, kafka, 9091),
                    new Flow(kafka, KUBERNETES, 443),
                    new Flow(entityOperator, kafka, 9091),
                    new Flow(entityOperator, KUBERNETES, 6443),
                    new Flow(postgres, postgres, 5432),
                    new Flow(postgres, postgres, 8000),
                    new Flow(postgres, KUBERNETES, 443),
                    new Flow(postgres, INTERNET, 443),
                    new Flow(CNPG, postgres, 8000),
                    new Flow(CNPG, postgres, 5432),
                    new Flow(PROMETHEUS, postgres, 9187))))
        .isEmpty();
  }

  @Test
  void aWayThatIsNotLetOutIsReported() {
    Overlay broken =
        Overlay.broken(
            "local", "port: 5432\n      protocol: TCP", "port: 5433\n      protocol: TCP");

    assertThat(closed(network(broken), wanted(broken)))
        .extracting(Flow::toString)
        .contains("alert -> postgres:5432", "dashboard -> postgres:5432");
  }

  @Test
  void aWayThatIsNotLetInIsReported() {
    Overlay broken =
        Overlay.broken(
            "local",
            "          - collector\n          - nlp-worker\n          - alert\n          - dashboard\n          - dead-letters\n          - kafka",
            "          - alert\n          - kafka");

    assertThat(closed(network(broken), wanted(broken)))
        .extracting(Flow::toString)
        .contains("nlp-worker -> kafka:9092", "collector -> kafka:9092")
        .doesNotContain("alert -> kafka:9092");
  }

  @Test
  void aWayThatIsOpenWithoutNeedIsReported() {
    Overlay broken = Overlay.broken("local", "- 192.168.0.0/16", "- 192.0.2.0/24");

    assertThat(open(network(broken), unwanted(broken)))
        .extracting(Flow::toString)
        .containsExactly("collector -> 192.168.7.7:443", "alert -> 192.168.7.7:443");
  }

  private static Stream<Flow> wanted(Overlay overlay) {
    var pods = new Pods(overlay);
    Stream<Flow> everyService =
        SERVICES.stream()
            .map(pods::get)
            .flatMap(service ->
                Stream.of(
                    new Flow(service, pods.get("kafka"), 9092),
                    new Flow(service, DNS, 53),
                    new Flow(service, TRACES, 4318),
                    new Flow(PROMETHEUS, service, 9090)));
    Stream<Flow> some =
        Stream.of(
            new Flow(pods.get("alert"), pods.get("postgres"), 5432),
            new Flow(pods.get("dashboard"), pods.get("postgres"), 5432),
            new Flow(pods.get("dead-letters"), pods.get("kafka"), 9092),
            new Flow(pods.get("dead-letters"), DNS, 53),
            new Flow(pods.get("collector"), INTERNET, 443),
            new Flow(pods.get("collector"), INTERNET_6, 443),
            new Flow(pods.get("alert"), INTERNET, 443),
            new Flow(pods.get("alert"), INTERNET_6, 443),
            new Flow(pods.get("alert"), INTERNET, 465),
            new Flow(pods.get("alert"), INTERNET, 587));
    return Stream.concat(everyService, some);
  }

  private static Stream<Flow> unwanted(Overlay overlay) {
    var pods = new Pods(overlay);
    var flows = new ArrayList<Flow>();
    for (String name : SERVICES) {
      End service = pods.get(name);
      for (End caller : List.of(STRANGER, NEIGHBOUR, PROMETHEUS, pods.get("collector"))) {
        service.ports().values().stream()
            .filter(port -> !(caller == PROMETHEUS && port == 9090))
            .forEach(port -> flows.add(new Flow(caller, service, port)));
      }
      flows.add(new Flow(service, INTRANET, 443));
      flows.add(new Flow(service, INTERNET, 80));
      flows.add(new Flow(service, KUBERNETES, 443));
      if (!name.equals("collector") && !name.equals("alert")) {
        flows.add(new Flow(service, INTERNET, 443));
      }
    }
    for (End caller : List.of(STRANGER, NEIGHBOUR, PROMETHEUS)) {
      flows.add(new Flow(caller, pods.get("kafka"), 9092));
      flows.add(new Flow(caller, pods.get("postgres"), 5432));
    }
    flows.add(new Flow(pods.get("dead-letters"), pods.get("postgres"), 5432));
    flows.add(new Flow(pods.get("dead-letters"), INTERNET, 443));
    flows.add(new Flow(pods.get("collector"), pods.get("postgres"), 5432));
    flows.add(new Flow(pods.get("nlp-worker"), pods.get("postgres"), 5432));
    return flows.stream();
  }

  private static List<Flow> closed(Network network, Stream<Flow> flows) {
    return flows
        .filter(Predicate.not(flow -> network.opens(flow.from(), flow.to(), flow.port())))
        .toList();
  }

  private static List<Flow> open(Network network, Stream<Flow> flows) {
    return flows.filter(flow -> network.opens(flow.from(), flow.to(), flow.port())).toList();
  }

  private static Network network(Overlay overlay) {
    return new Network(
        Stream.concat(
                overlay.all(NetworkPolicy.class).stream(),
                overlay.all(Kafka.class).stream().map(NetworkPoliciesIT::madeByStrimzi))
            .toList());
  }

  /**
   * Strimzi lets in whom a listener names, and the pods of the cluster to the ports between them.
   */
  private static NetworkPolicy madeByStrimzi(Kafka kafka) {
    var cluster = Map.of("strimzi.io/cluster", kafka.getMetadata().getName());
    List<GenericKafkaListener> listeners = kafka.getSpec().getKafka().getListeners();
    return new NetworkPolicyBuilder()
        .withNewSpec()
        .withNewPodSelector()
        .addToMatchLabels("strimzi.io/name", kafka.getMetadata().getName() + "-kafka")
        .endPodSelector()
        .withPolicyTypes("Ingress")
        .addNewIngress()
        .addAllToFrom(listeners.getFirst().getNetworkPolicyPeers())
        .addNewPort()
        .withNewPort(listeners.getFirst().getPort())
        .endPort()
        .endIngress()
        .addNewIngress()
        .addNewFrom()
        .withNewPodSelector()
        .withMatchLabels(cluster)
        .endPodSelector()
        .endFrom()
        .addNewPort()
        .withNewPort(9090)
        .endPort()
        .addNewPort()
        .withNewPort(9091)
        .endPort()
        .endIngress()
        .endSpec()
        .build();
  }
}

package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Who may speak to whom, as the network policies of a namespace have it. */
record Network(List<NetworkPolicy> policies) {

  private static final String OWN = "groundswell";

  /**
   * An end of a connection.
   *
   * @param namespace empty outside the cluster
   * @param ports by name
   */
  record End(
      String name,
      String namespace,
      Map<String, String> labels,
      String address,
      Map<String, Integer> ports) {

    static End of(Workload workload) {
      return new End(
          workload.name(),
          OWN,
          workload.labels(),
          "10.1.0.7",
          workload
              .ports()
              .collect(Collectors.toMap(own -> own.getName(), own -> own.getContainerPort())));
    }

    /** A pod that is not the project's, of which its labels are known. */
    static End pod(String name, String namespace, Map<String, String> labels) {
      return new End(name, namespace, labels, "10.1.0.9", Map.of());
    }

    static End host(String address) {
      return new End(address, "", Map.of(), address, Map.of());
    }
  }

  /**
   * Whether a connection comes about: whoever begins it may go out, and whoever is called lets it
   * in.
   */
  boolean opens(End from, End to, int port) {
    return letsOut(from, to, port) && letsIn(from, to, port);
  }

  boolean letsOut(End from, End to, int port) {
    return permits(
        from,
        "Egress",
        (policy, _) ->
            policy.getSpec().getEgress().stream().anyMatch(rule -> matches(rule, to, port)));
  }

  boolean letsIn(End from, End to, int port) {
    return permits(
        to,
        "Ingress",
        (policy, _) ->
            policy.getSpec().getIngress().stream().anyMatch(rule -> matches(rule, from, to, port)));
  }

  /** Where no policy of a direction selects a pod, that direction is open. */
  private boolean permits(End pod, String direction, BiPredicate<NetworkPolicy, End> opened) {
    if (!pod.namespace().equals(OWN)) {
      return true;
    }
    List<NetworkPolicy> about =
        policies.stream()
            .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
            .filter(policy -> Selectors.matches(policy.getSpec().getPodSelector(), pod.labels()))
            .toList();
    return about.isEmpty() || about.stream().anyMatch(policy -> opened.test(policy, pod));
  }

  private static boolean matches(NetworkPolicyEgressRule rule, End to, int port) {
    return matchesPeer(rule.getTo(), to) && matchesPort(rule.getPorts(), to, port);
  }

  private static boolean matches(NetworkPolicyIngressRule rule, End from, End to, int port) {
    return matchesPeer(rule.getFrom(), from) && matchesPort(rule.getPorts(), to, port);
  }

  private static boolean matchesPeer(List<NetworkPolicyPeer> peers, End end) {
    return peers.isEmpty() || peers.stream().anyMatch(peer -> matches(peer, end));
  }

  private static boolean matches(NetworkPolicyPeer peer, End end) {
    if (peer.getIpBlock() != null) {
      return matches(peer.getIpBlock(), end.address());
    }
    Map<String, String> namespace = Map.of("kubernetes.io/metadata.name", end.namespace());
    boolean near =
        peer.getNamespaceSelector() == null
            ? end.namespace().equals(OWN)
            : !end.namespace().isEmpty()
                && Selectors.matches(peer.getNamespaceSelector(), namespace);
    LabelSelector pods = peer.getPodSelector();
    return near && (pods == null || Selectors.matches(pods, end.labels()));
  }

  private static boolean matchesPort(List<NetworkPolicyPort> ports, End to, int port) {
    return ports.isEmpty() || ports.stream().anyMatch(own -> number(own.getPort(), to) == port);
  }

  private static int number(IntOrString port, End to) {
    return port.getIntVal() != null
        ? port.getIntVal()
        : to.ports().getOrDefault(port.getStrVal(), -1);
  }

  private static boolean matches(IPBlock block, String address) {
    return within(block.getCidr(), address)
        && block.getExcept().stream().noneMatch(except -> within(except, address));
  }

  private static boolean within(String cidr, String address) {
    String[] parts = cidr.split("/");
    byte[] network = bytes(parts[0]);
    byte[] host = bytes(address);
    int shift = network.length * 8 - Integer.parseInt(parts[1]);
    return network.length == host.length
        && new BigInteger(1, network)
            .shiftRight(shift)
            .equals(new BigInteger(1, host).shiftRight(shift));
  }

  private static byte[] bytes(String address) {
    try {
      return InetAddress.getByName(address).getAddress(); // an address: nothing is looked up
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }
}

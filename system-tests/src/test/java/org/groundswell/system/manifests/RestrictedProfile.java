package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.Lifecycle;
import io.fabric8.kubernetes.api.model.LifecycleHandler;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The restricted profile of the Pod Security Standards of Kubernetes, rule by rule, those of the
 * baseline profile included. Ephemeral containers and Windows are left out: nothing here uses them.
 */
final class RestrictedProfile {

  private static final Map<String, Predicate<PodSpec>> OF_PODS =
      Map.of(
          "host namespaces",
          pod -> no(pod.getHostNetwork()) && no(pod.getHostPID()) && no(pod.getHostIPC()),
          "volume types",
          pod -> pod.getVolumes().stream().allMatch(RestrictedProfile::mayBeMounted),
          "sysctls",
          pod -> context(pod).getSysctls().isEmpty(),
          "SELinux",
          pod -> context(pod).getSeLinuxOptions() == null,
          "AppArmor",
          pod -> context(pod).getAppArmorProfile() == null);

  private static final Map<String, BiPredicate<PodSpec, Container>> OF_CONTAINERS =
      Map.ofEntries(
          Map.entry("privileged", (_, container) -> no(context(container).getPrivileged())),
          Map.entry(
              "privilege escalation",
              (_, container) ->
                  Boolean.FALSE.equals(context(container).getAllowPrivilegeEscalation())),
          Map.entry("capabilities dropped", (_, container) -> dropped(container).contains("ALL")),
          Map.entry(
              "capabilities added",
              (_, container) -> Set.of("NET_BIND_SERVICE").containsAll(added(container))),
          Map.entry(
              "running as non-root",
              (pod, container) ->
                  Boolean.TRUE.equals(
                      either(
                          context(container).getRunAsNonRoot(), context(pod).getRunAsNonRoot()))),
          Map.entry(
              "user other than root",
              (pod, container) ->
                  !Objects.equals(context(pod).getRunAsUser(), 0L)
                      && !Objects.equals(context(container).getRunAsUser(), 0L)),
          Map.entry(
              "seccomp",
              (pod, container) ->
                  confined(
                      either(
                          context(container).getSeccompProfile(),
                          context(pod).getSeccompProfile()))),
          Map.entry(
              "proc mount",
              (_, container) ->
                  context(container).getProcMount() == null
                      || context(container).getProcMount().equals("Default")),
          Map.entry(
              "host ports",
              (_, container) ->
                  container.getPorts().stream()
                      .map(ContainerPort::getHostPort)
                      .allMatch(Objects::isNull)),
          Map.entry(
              "hosts of probes and hooks",
              (_, container) -> hosts(container).allMatch(Objects::isNull)));

  private RestrictedProfile() {}

  /** Names who breaks which rule. */
  static List<String> breaches(String owner, PodSpec pod) {
    var breaches = new ArrayList<String>();
    OF_PODS.forEach((rule, kept) -> {
      if (!kept.test(pod)) {
        breaches.add(owner + ": " + rule);
      }
    });
    OF_CONTAINERS.forEach((rule, kept) ->
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
            .filter(container -> !kept.test(pod, container))
            .forEach(container -> breaches.add(owner + "/" + container.getName() + ": " + rule)));
    return breaches;
  }

  private static boolean no(@Nullable Boolean said) {
    return !Boolean.TRUE.equals(said);
  }

  private static <T> @Nullable T either(@Nullable T first, @Nullable T second) {
    return first != null ? first : second;
  }

  private static PodSecurityContext context(PodSpec pod) {
    return Objects.requireNonNullElseGet(pod.getSecurityContext(), PodSecurityContext::new);
  }

  private static SecurityContext context(Container container) {
    return Objects.requireNonNullElseGet(container.getSecurityContext(), SecurityContext::new);
  }

  private static List<String> dropped(Container container) {
    var capabilities = context(container).getCapabilities();
    return capabilities == null ? List.of() : capabilities.getDrop();
  }

  private static List<String> added(Container container) {
    var capabilities = context(container).getCapabilities();
    return capabilities == null ? List.of() : capabilities.getAdd();
  }

  private static boolean confined(@Nullable SeccompProfile profile) {
    return profile != null && Set.of("RuntimeDefault", "Localhost").contains(profile.getType());
  }

  private static boolean mayBeMounted(Volume volume) {
    return Stream.<Function<Volume, @Nullable Object>>of(
            Volume::getConfigMap,
            Volume::getCsi,
            Volume::getDownwardAPI,
            Volume::getEmptyDir,
            Volume::getEphemeral,
            Volume::getPersistentVolumeClaim,
            Volume::getProjected,
            Volume::getSecret)
        .anyMatch(kind -> kind.apply(volume) != null);
  }

  private static Stream<@Nullable String> hosts(Container container) {
    Stream<Probe> probes =
        Stream.of(
                container.getStartupProbe(),
                container.getLivenessProbe(),
                container.getReadinessProbe())
            .filter(Objects::nonNull);
    Stream<LifecycleHandler> hooks =
        Stream.ofNullable(container.getLifecycle())
            .flatMap(RestrictedProfile::handlers)
            .filter(Objects::nonNull);
    return Stream.concat(
        probes.flatMap(probe -> hosts(probe.getHttpGet(), probe.getTcpSocket())),
        hooks.flatMap(hook -> hosts(hook.getHttpGet(), hook.getTcpSocket())));
  }

  private static Stream<@Nullable LifecycleHandler> handlers(Lifecycle lifecycle) {
    return Stream.of(lifecycle.getPreStop(), lifecycle.getPostStart());
  }

  private static Stream<@Nullable String> hosts(
      @Nullable HTTPGetAction http, @Nullable TCPSocketAction tcp) {
    return Stream.of(http == null ? null : http.getHost(), tcp == null ? null : tcp.getHost());
  }
}

package org.groundswell.system.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The documented permissions, {@code docs/acls.yaml}, which {@code SecuredServersIT} tries. */
public record Acls(Map<String, Map<String, List<Map<String, Object>>>> services) {

  /**
   * Reads the document.
   *
   * @throws IOException when it cannot be read
   */
  public static Acls read() throws IOException {
    return new Acls(new Yaml().load(Files.readString(Path.of("..", "docs", "acls.yaml"))));
  }

  /** Returns the name that a service's user has in Kafka. */
  static String user(String service) {
    return service.replace("-service", "");
  }

  /** Returns one binding for each operation, for the service's user. */
  public List<AclBinding> of(String service, boolean creating) {
    var lists = services.get(user(service));
    return Stream.of("always", creating ? "creating" : "")
        .flatMap(list -> lists.getOrDefault(list, List.of()).stream())
        .flatMap(entry -> bindings("User:" + user(service), entry))
        .toList();
  }

  /** Returns the same permissions for another principal. */
  static AclBinding as(String principal, AclBinding binding) {
    return new AclBinding(binding.pattern(), allow(principal, binding.entry().operation()));
  }

  private static Stream<AclBinding> bindings(String principal, Map<String, Object> entry) {
    boolean prefixed = Boolean.TRUE.equals(entry.get("prefixed"));
    var pattern =
        new ResourcePattern(
            type(entry), name(entry), prefixed ? PatternType.PREFIXED : PatternType.LITERAL);
    return ((List<?>) Objects.requireNonNull(entry.get("operations")))
        .stream()
            .map(operation -> AclOperation.fromString(operation.toString()))
            .map(operation -> new AclBinding(pattern, allow(principal, operation)));
  }

  private static AccessControlEntry allow(String principal, AclOperation operation) {
    return new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW);
  }

  private static ResourceType type(Map<String, Object> entry) {
    if (entry.containsKey("topic")) {
      return ResourceType.TOPIC;
    }
    return entry.containsKey("group") ? ResourceType.GROUP : ResourceType.TRANSACTIONAL_ID;
  }

  private static String name(Map<String, Object> entry) {
    return Stream.of("topic", "group", "transactionalId")
        .<@Nullable Object>map(entry::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow()
        .toString();
  }
}

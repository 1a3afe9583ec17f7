package org.groundswell.system.manifests;

import io.strimzi.api.kafka.model.user.KafkaUser;
import io.strimzi.api.kafka.model.user.KafkaUserAuthorizationSimple;
import io.strimzi.api.kafka.model.user.acl.AclResourcePatternType;
import io.strimzi.api.kafka.model.user.acl.AclRule;
import io.strimzi.api.kafka.model.user.acl.AclRuleGroupResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTopicResource;
import io.strimzi.api.kafka.model.user.acl.AclRuleTransactionalIdResource;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rights of a {@code KafkaUser}, as Strimzi's user operator gives them to the brokers. */
final class Rights {

  private Rights() {}

  /** Returns the rights by rules: none for a person who may do everything. */
  static Stream<AclBinding> of(KafkaUser user) {
    String principal = "User:" + user.getMetadata().getName();
    return user.getSpec().getAuthorization() instanceof KafkaUserAuthorizationSimple rules
        ? rules.getAcls().stream().flatMap(rule -> bindings(principal, rule))
        : Stream.empty();
  }

  private static Stream<AclBinding> bindings(String principal, AclRule rule) {
    ResourcePattern pattern = pattern(rule.getResource());
    return rule.getOperations().stream()
        .map(operation -> operation(operation.toValue()))
        .map(operation ->
            new AclBinding(
                pattern,
                new AccessControlEntry(principal, "*", operation, AclPermissionType.ALLOW)));
  }

  private static AclOperation operation(String name) {
    return AclOperation.fromString(name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase());
  }

  private static ResourcePattern pattern(AclRuleResource resource) {
    return switch (resource) {
      case AclRuleTopicResource topic ->
          pattern(ResourceType.TOPIC, topic.getName(), topic.getPatternType());
      case AclRuleGroupResource group ->
          pattern(ResourceType.GROUP, group.getName(), group.getPatternType());
      case AclRuleTransactionalIdResource id ->
          pattern(ResourceType.TRANSACTIONAL_ID, id.getName(), id.getPatternType());
      default -> throw new IllegalArgumentException("No user here has rights on " + resource);
    };
  }

  private static ResourcePattern pattern(
      ResourceType type, String name, AclResourcePatternType pattern) {
    return new ResourcePattern(
        type,
        name,
        pattern == AclResourcePatternType.PREFIX ? PatternType.PREFIXED : PatternType.LITERAL);
  }
}

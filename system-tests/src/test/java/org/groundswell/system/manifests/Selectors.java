package org.groundswell.system.manifests;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a label selector means. */
final class Selectors {

  private Selectors() {}

  /** An empty selector matches everything. */
  static boolean matches(LabelSelector selector, Map<String, String> labels) {
    return contains(selector.getMatchLabels(), labels)
        && selector.getMatchExpressions().stream().allMatch(rule -> matches(rule, labels));
  }

  static boolean contains(@Nullable Map<String, String> wanted, Map<String, String> labels) {
    return wanted == null || labels.entrySet().containsAll(wanted.entrySet());
  }

  private static boolean matches(LabelSelectorRequirement rule, Map<String, String> labels) {
    String value = labels.get(rule.getKey());
    return switch (rule.getOperator()) {
      case "In" -> value != null && rule.getValues().contains(value);
      case "NotIn" -> value == null || !rule.getValues().contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> throw new IllegalArgumentException(rule.getOperator());
    };
  }
}

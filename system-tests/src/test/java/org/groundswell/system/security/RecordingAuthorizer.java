package org.groundswell.system.security;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's own authorizer, which also remembers what it was asked. */
public final class RecordingAuthorizer extends StandardAuthorizer {

  private static final Set<Asked> ASKED = ConcurrentHashMap.newKeySet();

  /** One question and its answer. */
  record Asked(String principal, AclOperation operation, ResourcePattern on, boolean allowed) {

    /** Whether an ACL says what was asked, in so many words. */
    boolean uses(AclBinding acl) {
      ResourcePattern pattern = acl.pattern();
      boolean names =
          pattern.patternType() == PatternType.PREFIXED
              ? on.name().startsWith(pattern.name())
              : on.name().equals(pattern.name());
      return allowed
          && names
          && on.resourceType() == pattern.resourceType()
          && operation == acl.entry().operation()
          && principal.equals(acl.entry().principal());
    }
  }

  static void forget() {
    ASKED.clear();
  }

  static List<Asked> asked() {
    return List.copyOf(ASKED);
  }

  @Override
  public List<AuthorizationResult> authorize(
      AuthorizableRequestContext context, List<Action> actions) {
    List<AuthorizationResult> answers = super.authorize(context, actions);
    for (int i = 0; i < actions.size(); i++) {
      Action action = actions.get(i);
      boolean allowed = answers.get(i) == AuthorizationResult.ALLOWED;
      // A question that only leaves out of an answer what one may not see is no refusal.
      if (allowed || action.logIfDenied()) {
        ASKED.add(
            new Asked(
                context.principal().toString(),
                action.operation(),
                action.resourcePattern(),
                allowed));
      }
    }
    return answers;
  }
}

package org.groundswell.system.manifests;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.apache.kafka.server.authorizer.Action;
import org.apache.kafka.server.authorizer.AuthorizableRequestContext;
import org.apache.kafka.server.authorizer.AuthorizationResult;

/** Kafka's own authorizer, which also remembers what it was asked. The broker makes it. */
public final class RecordingAuthorizer extends StandardAuthorizer {

  static final Set<Request> ALLOWED = ConcurrentHashMap.newKeySet();
  static final Set<Request> DENIED = ConcurrentHashMap.newKeySet();

  /** What somebody wanted to do. */
  record Request(String user, AclOperation operation, ResourceType type, String name) {}

  @Override
  public List<AuthorizationResult> authorize(
      AuthorizableRequestContext context, List<Action> actions) {
    List<AuthorizationResult> results = super.authorize(context, actions);
    for (int i = 0; i < actions.size(); i++) {
      remember(context.principal().getName(), actions.get(i), results.get(i));
    }
    return results;
  }

  /** What the broker asks in passing, to offer no more than is allowed, is not to be logged. */
  private static void remember(String user, Action action, AuthorizationResult result) {
    var pattern = action.resourcePattern();
    var request = new Request(user, action.operation(), pattern.resourceType(), pattern.name());
    if (result == AuthorizationResult.ALLOWED) {
      ALLOWED.add(request);
    } else if (action.logIfDenied()) {
      DENIED.add(request);
    }
  }
}

package org.groundswell.collector.replay;

import org.springframework.context.ApplicationContext;

/**
 * Published when a replay broke off; what was sent until then stays.
 *
 * @param context in which it ran
 * @param reason for people
 */
public record ReplayFailed(ApplicationContext context, String reason) {}

package org.groundswell.dashboard.commands;

/**
 * Says that a command has reached Kafka; the alert's next revision shows what came of it.
 *
 * @param command id of the command
 * @param alert id of the alert
 */
record CommandAnswer(String command, String alert) {}

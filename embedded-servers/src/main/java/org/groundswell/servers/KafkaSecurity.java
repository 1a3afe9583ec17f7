package org.groundswell.servers;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How an embedded broker is closed: one listener for users with passwords (SCRAM-SHA-512 over TLS)
 * and one for those with a certificate (mutual TLS), everything denied that no ACL allows.
 *
 * @param identity PEM file with the broker's private key and its certificate for {@code localhost},
 *     named {@value #SUBJECT}
 * @param authority PEM file with the CA that signs the certificates of the broker and its clients
 * @param superuser may do everything; has one of the passwords
 * @param passwords by user; they have no quotes and no backslashes
 * @param authorizer class name of Kafka's {@code StandardAuthorizer} or of one that extends it
 */
public record KafkaSecurity(
    Path identity,
    Path authority,
    String superuser,
    Map<String, String> passwords,
    String authorizer) {

  /** The name that the broker's certificate gives as its subject. */
  public static final String SUBJECT = "broker";

  static final String PASSWORD_LISTENER = "SASL_SSL";
  static final String CERTIFICATE_LISTENER = "SSL";

  private static final String SCRAM = "SCRAM-SHA-512";

  /** Copies the map. */
  public KafkaSecurity {
    passwords = Map.copyOf(passwords);
  }

  /** Properties of the broker; its own connections present its certificate. */
  Map<String, String> properties() {
    return Map.ofEntries(
        Map.entry(
            "listener.security.protocol.map", "CONTROLLER:PLAINTEXT,SASL_SSL:SASL_SSL,SSL:SSL"),
        Map.entry("inter.broker.listener.name", CERTIFICATE_LISTENER),
        Map.entry("sasl.enabled.mechanisms", SCRAM),
        Map.entry(
            "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required;"),
        Map.entry("listener.name.ssl.ssl.client.auth", "required"),
        Map.entry("ssl.keystore.type", "PEM"),
        Map.entry("ssl.keystore.location", identity.toAbsolutePath().toString()),
        Map.entry("ssl.truststore.type", "PEM"),
        Map.entry("ssl.truststore.location", authority.toAbsolutePath().toString()),
        Map.entry("authorizer.class.name", authorizer),
        Map.entry("allow.everyone.if.no.acl.found", "false"),
        // The controller's listener is plain, on the loopback address, and has no clients.
        Map.entry(
            "super.users", "User:%s;User:CN=%s;User:ANONYMOUS".formatted(superuser, SUBJECT)));
  }

  /** Arguments that have the storage formatted with the users. */
  Stream<String> users() {
    return passwords.entrySet().stream()
        .flatMap(user ->
            Stream.of(
                "--add-scram",
                "%s=[name=%s,password=%s]".formatted(SCRAM, user.getKey(), user.getValue())));
  }
}

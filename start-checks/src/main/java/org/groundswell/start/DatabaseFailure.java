package org.groundswell.start;

import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * What a database said, by the class of its SQLSTATE (SQL standard; PostgreSQL's appendix A).
 *
 * @param cause the innermost exception of the driver
 */
record DatabaseFailure(SQLException cause) {

  /** PostgreSQL's driver has no state of its own for these; the words stand in every language. */
  private static final Pattern TLS = Pattern.compile("SSL|HostnameVerifier");

  private static final String URL = "spring.datasource.url";

  static Optional<DatabaseFailure> in(Throwable failure) {
    return Words.causes(failure)
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .filter(it -> it.getSQLState() != null)
        .reduce((_, last) -> last)
        .map(DatabaseFailure::new);
  }

  /** Whether it will be the same the next time. */
  boolean isFinal() {
    return refused() || missing() || untrusted();
  }

  CannotStart cannotStart(Environment environment) {
    String url = withoutSecrets(environment.getProperty(URL, ""));
    String user = environment.getProperty("spring.datasource.username", "");
    return new CannotStart(
        "The database at %s (%s) cannot be used as \"%s\": %s"
            .formatted(url, URL, user, Words.innermost(cause)),
        remedy(),
        cause);
  }

  private String remedy() {
    if (untrusted()) {
      return "Check sslmode and sslrootcert in spring.datasource.url, and that its host is a name"
          + " in the server's certificate.";
    }
    if (refused()) {
      return "Check spring.datasource.username and spring.datasource.password, and pg_hba.conf of"
          + " the server.";
    }
    return missing()
        ? "Create the database, or correct spring.datasource.url."
        : "Start it, or correct spring.datasource.url.";
  }

  private boolean refused() {
    return state().startsWith("28"); // invalid authorization
  }

  private boolean missing() {
    return state().startsWith("3D"); // invalid catalog name
  }

  /** TLS failed, or the server offers none (connection rejected). */
  private boolean untrusted() {
    return state().equals("08004")
        || Words.causes(cause)
            .anyMatch(it -> it instanceof SSLException || it instanceof GeneralSecurityException)
        || TLS.matcher(Words.innermost(cause)).find();
  }

  private String state() {
    @Nullable String state = cause.getSQLState();
    return state == null ? "" : state;
  }

  private static String withoutSecrets(String url) {
    return url.replaceAll("(?i)(password=)[^&]*", "$1…");
  }
}

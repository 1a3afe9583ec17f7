package org.groundswell.dashboard.problems;

import java.io.Serial;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** A request is understood but not carried out; answered with its own status. */
public final class Refused extends ErrorResponseException {

  @Serial private static final long serialVersionUID = 1L;

  private Refused(HttpStatus status, String type, String title, String detail) {
    super(status);
    setType(URI.create("urn:groundswell:problem:" + type));
    setTitle(title);
    setDetail(detail);
  }

  /** The caller bears no token, or a wrong one; status 401. */
  public static Refused unauthorized(String detail) {
    var refused = new Refused(HttpStatus.UNAUTHORIZED, "unauthorized", "Token needed", detail);
    refused.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return refused;
  }

  /** The caller may not do this from where it is; status 403. */
  public static Refused forbidden(String detail) {
    return new Refused(HttpStatus.FORBIDDEN, "forbidden", "Not from here", detail);
  }

  /** What is there does not allow it; status 409. */
  public static Refused conflict(String detail) {
    return new Refused(HttpStatus.CONFLICT, "conflict", "Not in this state", detail);
  }

  /** The body is too large; status 413. */
  public static Refused tooLarge(String detail) {
    return new Refused(HttpStatus.CONTENT_TOO_LARGE, "too-large", "Too large", detail);
  }

  /** The key of another request is used; status 422. */
  public static Refused keyUsed(String detail) {
    return new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "key-used", "Key used before", detail);
  }

  /** Too much is asked in too short a time; status 429. */
  public static Refused tooMany(String detail, Duration wait) {
    var refused = new Refused(HttpStatus.TOO_MANY_REQUESTS, "too-many", "Too many", detail);
    long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
    refused.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    return refused;
  }
}

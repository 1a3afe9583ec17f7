package org.groundswell.dashboard.commands;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.groundswell.dashboard.problems.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Lets in who bears the token, or, where none is configured, who calls from this machine. A request
 * that came through a proxy does not count as one from this machine.
 *
 * <p>A browser on this machine also runs the pages of strangers. What it sends for a page of
 * another origin is refused, and so is, without a token, what was sent to another name than this
 * machine's: that name may be a stranger's that leads here (DNS rebinding).
 */
@Component
final class CommandAccess {

  private static final String SCHEME = "Bearer ";
  private static final List<String> PROXY_HEADERS =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");
  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);
  private static final Set<String> OWN_PAGE_OR_NONE = Set.of("same-origin", "none");

  private final @Nullable String token;

  CommandAccess(CommandsProperties commands) {
    this.token = commands.token();
  }

  /**
   * Returns when the caller may go on.
   *
   * @throws Refused 401 without the right token; 403 from elsewhere when there is none, and for a
   *     page of another origin
   */
  void check(HttpServletRequest request) {
    checkOrigin(request);
    if (token == null) {
      checkLocal(request);
    } else if (!bears(token, request.getHeader(HttpHeaders.AUTHORIZATION))) {
      throw Refused.unauthorized("The header Authorization must bear the token.");
    }
  }

  private static void checkOrigin(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    boolean own =
        site == null
            ? origin == null || isOwn(origin, request.getHeader(HttpHeaders.HOST))
            : OWN_PAGE_OR_NONE.contains(site);
    if (!own) {
      throw Refused.forbidden("Commands are not taken from the pages of another origin.");
    }
  }

  // The scheme is left out: behind a proxy that ends TLS this service does not know it.
  private static boolean isOwn(String origin, @Nullable String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static void checkLocal(HttpServletRequest request) {
    boolean forwarded = PROXY_HEADERS.stream().anyMatch(name -> request.getHeader(name) != null);
    if (forwarded
        || !isLoopback(request.getRemoteAddr())
        || !THIS_MACHINE.matcher(request.getServerName()).matches()) {
      throw Refused.forbidden(
          "Without groundswell.dashboard.commands.token only callers on this machine are served,"
              + " by its address or as localhost.");
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress(); // an address: nothing is looked up
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Takes the same time however much of the token is right. */
  private static boolean bears(String token, @Nullable String header) {
    return header != null
        && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && MessageDigest.isEqual(bytes(token), bytes(header.substring(SCHEME.length()).strip()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}

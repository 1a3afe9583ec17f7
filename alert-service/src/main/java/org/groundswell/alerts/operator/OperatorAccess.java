package org.groundswell.alerts.operator;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import org.groundswell.alerts.problems.Problems;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Lets in who bears the token, or, where none is configured, who calls from this machine. A request
 * that came through a proxy, for another host or from a page in a browser does not count as one
 * from this machine: the page may be anybody's.
 */
@Component
final class OperatorAccess implements HandlerInterceptor {

  private static final String SCHEME = "Bearer ";
  private static final List<String> PROXY_HEADERS =
      List.of("Forwarded", "X-Forwarded-For", "X-Real-IP", "Via");

  private static final Pattern THIS_MACHINE =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?", Pattern.CASE_INSENSITIVE);

  private final @Nullable String token;

  OperatorAccess(OperatorProperties operator) {
    this.token = operator.token();
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    check(request);
    return true;
  }

  /**
   * Returns when the caller may go on.
   *
   * @throws ErrorResponseException 401 without the right token, 403 from elsewhere when there is
   *     none
   */
  void check(HttpServletRequest request) {
    if (token == null) {
      checkLocal(request);
    } else if (!bears(token, request.getHeader(HttpHeaders.AUTHORIZATION))) {
      var problem =
          Problems.of(HttpStatus.UNAUTHORIZED, "The header Authorization must bear the token");
      problem.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
      throw problem;
    }
  }

  private static void checkLocal(HttpServletRequest request) {
    boolean forwarded = PROXY_HEADERS.stream().anyMatch(name -> request.getHeader(name) != null);
    if (forwarded
        || isFromPage(request)
        || !isLoopback(request.getRemoteAddr())
        || !THIS_MACHINE.matcher(request.getServerName()).matches()) {
      throw Problems.of(
          HttpStatus.FORBIDDEN,
          "Without groundswell.alerts.operator.token only callers on this machine are served");
    }
  }

  /** A person who types the address, or who uses no browser, sends neither. */
  private static boolean isFromPage(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return request.getHeader(HttpHeaders.ORIGIN) != null || (site != null && !site.equals("none"));
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

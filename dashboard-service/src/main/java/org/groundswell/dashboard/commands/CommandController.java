package org.groundswell.dashboard.commands;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What people say about an alert, over REST; answered after Kafka has acknowledged. */
@RestController
@RequestMapping(path = "/api/v1/alerts/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
@ResponseStatus(HttpStatus.ACCEPTED)
@Tag(
    name = "Commands",
    description =
        "The alert's next revision, on the stream and in the list, shows what came of a command."
            + " Each may be repeated under its Idempotency-Key: it takes effect once.")
class CommandController {

  private static final String KEY_MEANING =
      "Names this request, 1 to 64 of A-Z a-z 0-9 . _ -; where it is missing one is made and"
          + " returned in the same header";

  private final Commands commands;
  private final CommandAccess access;
  private final RateLimit limit;

  CommandController(Commands commands, CommandAccess access, RateLimit limit) {
    this.commands = commands;
    this.access = access;
    this.limit = limit;
  }

  @TakesRemark
  @PostMapping("/acknowledgement")
  @Operation(operationId = "acknowledgeAlert", summary = "Say that somebody looks after it")
  CommandAnswer acknowledge(
      @PathVariable String id,
      @Parameter(description = KEY_MEANING)
          @RequestHeader(name = IdempotencyKey.HEADER, required = false)
          @Nullable String key,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return take(CommandKind.ACKNOWLEDGE, id, key, request, response);
  }

  @TakesRemark
  @PostMapping("/dismissal")
  @Operation(operationId = "dismissAlert", summary = "Call it false; text says why")
  CommandAnswer dismiss(
      @PathVariable String id,
      @Parameter(description = KEY_MEANING)
          @RequestHeader(name = IdempotencyKey.HEADER, required = false)
          @Nullable String key,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return take(CommandKind.DISMISS, id, key, request, response);
  }

  @TakesRemark
  @PostMapping("/comments")
  @Operation(operationId = "commentAlert", summary = "Say something about it")
  CommandAnswer comment(
      @PathVariable String id,
      @Parameter(description = KEY_MEANING)
          @RequestHeader(name = IdempotencyKey.HEADER, required = false)
          @Nullable String key,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    return take(CommandKind.COMMENT, id, key, request, response);
  }

  // The key is told with every answer from here on: whoever must ask again needs it.
  private CommandAnswer take(
      CommandKind kind,
      String alert,
      @Nullable String header,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    access.check(request);
    limit.take();
    IdempotencyKey key = IdempotencyKey.of(header);
    response.setHeader(IdempotencyKey.HEADER, key.value());
    return commands.take(kind, alert, key, RemarkBody.read(request.getInputStream()));
  }
}

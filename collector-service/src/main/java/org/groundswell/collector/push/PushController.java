package org.groundswell.collector.push;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.groundswell.collector.push.PushBody.Line;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pushing and deleting over HTTP; both answer after Kafka has acknowledged. */
@RestController
@ConditionalOnProperty(name = "groundswell.collector.push.enabled", matchIfMissing = true)
class PushController {

  private static final String POSTS = "/api/v1/posts";
  private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final int MAX_ID = 200;

  private final Push push;
  private final PushBody body;
  private final PushAccess access;

  PushController(Push push, PushBody body, PushAccess access) {
    this.push = push;
    this.body = body;
    this.access = access;
  }

  @PostMapping(path = POSTS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<PushAnswer> one(HttpServletRequest request) throws IOException {
    access.check(request);
    return answer(body.whole(request.getInputStream()));
  }

  @PostMapping(path = POSTS, consumes = MediaType.APPLICATION_NDJSON_VALUE)
  ResponseEntity<PushAnswer> many(HttpServletRequest request) throws IOException {
    access.check(request);
    return answer(body.lines(request.getInputStream()));
  }

  /** The id is the rest of the path: those of some sources have slashes. */
  @DeleteMapping(POSTS + "/{source}/{*id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @PathVariable("source") String source,
      @PathVariable("id") String path,
      HttpServletRequest request) {
    access.check(request);
    String id = path.substring(1);
    if (!SOURCE.matcher(source).matches()) {
      throw Problems.of(
          HttpStatus.BAD_REQUEST, "The source \"%s\" must match %s".formatted(source, SOURCE));
    }
    if (id.isBlank() || id.length() > MAX_ID) {
      throw Problems.of(HttpStatus.BAD_REQUEST, "The id must have 1 to 200 characters");
    }
    push.delete(source, id);
  }

  private ResponseEntity<PushAnswer> answer(List<Line> lines) {
    PushAnswer answer = push.take(lines);
    if (answer.accepted() == 0) {
      throw nothingValid(answer);
    }
    return ResponseEntity.accepted().body(answer);
  }

  private static ErrorResponseException nothingValid(PushAnswer answer) {
    var problem = Problems.of(HttpStatus.BAD_REQUEST, "No post could be accepted");
    problem.getBody().setProperty("accepted", answer.accepted());
    problem.getBody().setProperty("rejected", answer.rejected());
    problem.getBody().setProperty("errors", answer.errors());
    return problem;
  }
}

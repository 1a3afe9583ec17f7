package org.groundswell.alerts.notification;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.groundswell.alerts.notification.Outcome.Failed;
import org.groundswell.alerts.notification.Outcome.Refused;
import org.groundswell.alerts.notification.Outcome.Sent;
import org.groundswell.alerts.problems.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Subscriptions and their deliveries, for operators. */
@RestController
class SubscriptionController {

  private static final String SUBSCRIPTIONS = "/api/v1/subscriptions";
  private static final String SUBSCRIPTION = SUBSCRIPTIONS + "/{id}";

  private final Subscriptions subscriptions;

  SubscriptionController(Subscriptions subscriptions) {
    this.subscriptions = subscriptions;
  }

  @PostMapping(path = SUBSCRIPTIONS, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SubscriptionView> add(HttpServletRequest request) throws IOException {
    SubscriptionView added = subscriptions.add(read(request));
    return ResponseEntity.created(URI.create(SUBSCRIPTIONS + "/" + added.id())).body(added);
  }

  @GetMapping(SUBSCRIPTIONS)
  Listing<SubscriptionView> list(
      @RequestParam(name = "page", defaultValue = "0") int page,
      @RequestParam(name = "size", defaultValue = "50") int size) {
    return subscriptions.list(page, size);
  }

  @GetMapping(SUBSCRIPTION)
  SubscriptionView get(@PathVariable("id") UUID id) {
    return subscriptions.get(id);
  }

  @PutMapping(path = SUBSCRIPTION, consumes = MediaType.APPLICATION_JSON_VALUE)
  SubscriptionView replace(@PathVariable("id") UUID id, HttpServletRequest request)
      throws IOException {
    return subscriptions.replace(id, read(request));
  }

  @DeleteMapping(SUBSCRIPTION)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@PathVariable("id") UUID id) {
    subscriptions.remove(id);
  }

  /** Answers 502 when the receiver did not take it. */
  @PostMapping(SUBSCRIPTION + "/test")
  Map<String, String> test(@PathVariable("id") UUID id) {
    return switch (subscriptions.test(id)) {
      case Sent _ -> Map.of("outcome", "SENT");
      case Failed failed -> throw Problems.of(HttpStatus.BAD_GATEWAY, failed.detail());
      case Refused refused -> throw Problems.of(HttpStatus.BAD_GATEWAY, refused.detail());
    };
  }

  @GetMapping(SUBSCRIPTION + "/deliveries")
  Listing<Delivery> deliveries(
      @PathVariable("id") UUID id,
      @RequestParam(name = "page", defaultValue = "0") int page,
      @RequestParam(name = "size", defaultValue = "50") int size) {
    return subscriptions.deliveries(id, page, size);
  }

  @PostMapping("/api/v1/deliveries/{id}/replay")
  @ResponseStatus(HttpStatus.ACCEPTED)
  void replay(@PathVariable("id") UUID id) {
    subscriptions.replay(id);
  }

  private static SubscriptionRequest read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(SubscriptionRequest.LARGEST + 1);
    if (body.length > SubscriptionRequest.LARGEST) {
      throw Problems.of(HttpStatus.CONTENT_TOO_LARGE, "A subscription has at most 65536 bytes");
    }
    return SubscriptionRequest.read(body);
  }
}

package org.groundswell.system.seen;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Receives spans by OTLP over HTTP, as a collector of OpenTelemetry does, and keeps them. */
final class SpanReceiver implements AutoCloseable {

  private static final int LARGEST = 16 << 20;

  private final List<Span> spans = new CopyOnWriteArrayList<>();
  private final StringBuffer raw = new StringBuffer();
  private final HttpServer server;

  SpanReceiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/v1/traces", this::receive);
    server.start();
  }

  /**
   * A span, as far as it is looked at here.
   *
   * @param parent empty for the first of a trace
   * @param linked traces of its links
   */
  record Span(
      String service, String trace, String id, String parent, String name, List<String> linked) {}

  String endpoint() {
    return "http://127.0.0.1:%d/v1/traces".formatted(server.getAddress().getPort());
  }

  List<Span> spans() {
    return List.copyOf(spans);
  }

  /** All that was received, byte for byte, to be searched for what must not be in it. */
  String raw() {
    return raw.toString();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST);
      raw.append(ByteString.copyFrom(body).toString(java.nio.charset.StandardCharsets.ISO_8859_1));
      // opentelemetry/proto/collector/trace/v1: ExportTraceServiceRequest.resource_spans = 1
      messages(UnknownFieldSet.parseFrom(body), 1).forEach(this::keep);
      exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** ResourceSpans: resource = 1, scope_spans = 2; ScopeSpans: spans = 2. */
  private void keep(UnknownFieldSet resourceSpans) {
    String service =
        messages(resourceSpans, 1)
            .flatMap(resource -> messages(resource, 1))
            .filter(attribute -> text(attribute, 1).equals("service.name"))
            .flatMap(attribute -> messages(attribute, 2))
            .map(value -> text(value, 1))
            .findFirst()
            .orElse("");
    messages(resourceSpans, 2)
        .flatMap(scope -> messages(scope, 2))
        .map(span -> span(service, span))
        .forEach(spans::add);
  }

  /** Span: trace_id = 1, span_id = 2, parent_span_id = 4, name = 5, links = 13. */
  private static Span span(String service, UnknownFieldSet span) {
    List<String> linked = messages(span, 13).map(link -> hex(link, 1)).toList();
    return new Span(service, hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5), linked);
  }

  private static Stream<UnknownFieldSet> messages(UnknownFieldSet message, int field) {
    return message.getField(field).getLengthDelimitedList().stream().map(SpanReceiver::parse);
  }

  private static UnknownFieldSet parse(ByteString bytes) {
    try {
      return UnknownFieldSet.parseFrom(bytes);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String hex(UnknownFieldSet message, int field) {
    return message.getField(field).getLengthDelimitedList().stream()
        .map(bytes -> HexFormat.of().formatHex(bytes.toByteArray()))
        .findFirst()
        .orElse("");
  }

  private static String text(UnknownFieldSet message, int field) {
    return message.getField(field).getLengthDelimitedList().stream()
        .map(ByteString::toStringUtf8)
        .findFirst()
        .orElse("");
  }
}

package org.groundswell.alerts.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A real HTTP server that remembers what it was sent, by the path it was sent to. */
final class Receiver implements AutoCloseable {

  private final HttpServer server;
  private final List<Got> got = new CopyOnWriteArrayList<>();
  private volatile Function<Got, Answer> behaviour = _ -> Answer.of(200);

  /** What came. Names of headers are as HTTP/1.1 writes them. */
  record Got(String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return headers.getOrDefault(name, List.of("")).getFirst();
    }
  }

  record Answer(int status, Map<String, String> headers) {
    static Answer of(int status) {
      return new Answer(status, Map.of());
    }
  }

  Receiver() {
    this("127.0.0.1", 0);
  }

  Receiver(String address, int port) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var one =
          new Got(
              exchange.getRequestURI().getPath(), Map.copyOf(exchange.getRequestHeaders()), body);
      got.add(one);
      Answer answer = behaviour.apply(one);
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(answer.status(), -1);
    }
  }

  void answer(Function<Got, Answer> next) {
    behaviour = next;
  }

  List<Got> got(String path) {
    return got.stream().filter(one -> one.path().equals(path)).toList();
  }

  int port() {
    return server.getAddress().getPort();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

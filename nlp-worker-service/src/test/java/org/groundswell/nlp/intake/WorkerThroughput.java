package org.groundswell.nlp.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.groundswell.nlp.NlpWorkerApplication;
import org.groundswell.nlp.intake.Incoming.NewPost;
import org.groundswell.nlp.pipeline.AnalysisBenchmark;
import org.groundswell.nlp.pipeline.PostAnalysis;
import org.groundswell.testing.TestServers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.config.ContainerCustomizer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/**
 * Posts a second through Kafka: one worker with one thread beside the same analysis in process, in
 * one run; exactly once, and at least once; two workers. Not a test: it asserts nothing and runs by
 * name only, {@code -Dtest=WorkerThroughput}.
 *
 * <p>All of it shares one machine, the broker included: with few cores, two workers are held back
 * by that. A worker is timed from the first third of the posts on, when it is warm.
 */
class WorkerThroughput {

  private static final int POSTS = 600_000;
  private static final int WARM = POSTS / 3;

  /** The worker without transactions: what is sent is flushed before the offsets are committed. */
  @Configuration(proxyBeanMethods = false)
  static class AtLeastOnce {

    private final KafkaTemplate<byte[], byte[]> kafka =
        new KafkaTemplate<>(
            new DefaultKafkaProducerFactory<>(
                Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    TestServers.kafka(),
                    ProducerConfig.COMPRESSION_TYPE_CONFIG,
                    "zstd",
                    ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG,
                    ByteArraySerializer.class,
                    ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG,
                    ByteArraySerializer.class)));

    @Bean
    ContainerCustomizer<Object, Object, ConcurrentMessageListenerContainer<Object, Object>>
        withoutTransactions() {
      return container -> container.getContainerProperties().setKafkaAwareTransactionManager(null);
    }

    @Bean
    Listener listener(BatchAnalysis analysis, TopicsProperties topics, PostCounters counters) {
      return new Listener(analysis, new SignalsWriter(kafka, topics), counters, kafka);
    }
  }

  /** Does what {@link PostsListener} does. */
  static class Listener extends PostsListener {

    private final BatchAnalysis analysis;
    private final PostCounters counters;
    private final KafkaTemplate<byte[], byte[]> kafka;

    Listener(
        BatchAnalysis analysis,
        SignalsWriter writer,
        PostCounters counters,
        KafkaTemplate<byte[], byte[]> kafka) {
      super(analysis, writer, counters);
      this.analysis = analysis;
      this.counters = counters;
      this.kafka = kafka;
    }

    @Override
    @KafkaListener(id = "plain", idIsGroup = false, topics = "${plain.posts}", batch = "true")
    void onPosts(List<ConsumerRecord<byte[], byte[]>> batch) throws InterruptedException {
      List<Result> results = analysis.analyse(batch);
      write(batch, results);
      kafka.flush();
      counters.count(results);
    }
  }

  @Test
  void run() throws IOException {
    List<String> texts = AnalysisBenchmark.mix();
    Broker broker = Broker.withPosts();
    for (int start = 0; start < POSTS; start += 20_000) {
      broker.write(
          IntStream.range(start, start + 20_000)
              .mapToObj(i -> broker.record(i % Broker.PARTITIONS, "push:" + i, post(i, texts)))
              .toList());
    }
    for (int round = 1; round <= 3; round++) {
      double exactly = worker(broker, "exactly" + round, 1, "posts");
      double process = inProcess(texts);
      double atLeast = worker(broker, "atleast" + round, 1, "plain");
      double two = worker(broker, "two" + round, 2, "posts");
      System.out.printf(
          "posts/s: in process %.0f; exactly once %.0f (%.2f); at least once %.0f (%.2f); two"
              + " workers %.0f (%.2f of one)%n",
          process, exactly, exactly / process, atLeast, atLeast / process, two, two / exactly);
    }
  }

  private static String post(int id, List<String> texts) {
    return Json.post(Integer.toString(id), Json.START, texts.get(id % texts.size()));
  }

  /** One thread reads and analyses the same records, and nothing else. */
  private static double inProcess(List<String> texts) {
    List<byte[]> records =
        IntStream.range(0, texts.size()).mapToObj(i -> post(i, texts).getBytes(UTF_8)).toList();
    try (var worker = start(Broker.withPosts(), "process", "posts")) {
      PostAnalysis analysis = worker.getBean(PostAnalysis.class);
      analyse(records, WARM, analysis);
      long begun = System.nanoTime();
      analyse(records, POSTS - WARM, analysis);
      return (POSTS - WARM) * 1e9 / (System.nanoTime() - begun);
    }
  }

  private static void analyse(List<byte[]> records, int posts, PostAnalysis analysis) {
    for (int i = 0; i < posts; i++) {
      if (PostsReader.read(records.get(i % records.size())) instanceof NewPost(var post)) {
        var _ = analysis.analyse(post);
      }
    }
  }

  private static double worker(Broker broker, String group, int workers, String listener) {
    var running = new ArrayList<ConfigurableApplicationContext>();
    try {
      for (int i = 0; i < workers; i++) {
        running.add(start(broker, group, listener));
      }
      long warm = awaitRead(running, WARM);
      double from = read(running);
      long done = awaitRead(running, POSTS);
      return (POSTS - from) * 1e9 / (done - warm);
    } finally {
      running.forEach(ConfigurableApplicationContext::close);
    }
  }

  private static long awaitRead(List<ConfigurableApplicationContext> workers, int posts) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .atMost(Duration.ofMinutes(5))
        .until(() -> read(workers) >= posts);
    return System.nanoTime();
  }

  private static double read(List<ConfigurableApplicationContext> workers) {
    return workers.stream()
        .mapToDouble(
            worker -> worker.getBean(MeterRegistry.class).counter(PostCounters.READ).count())
        .sum();
  }

  /** The listener that is not to be measured reads a topic without posts. */
  private static ConfigurableApplicationContext start(
      Broker broker, String group, String listener) {
    boolean plain = listener.equals("plain");
    Broker empty = Broker.withPosts();
    var properties = new HashMap<>(broker.properties());
    properties.put("spring.kafka.consumer.group-id", group);
    properties.put("groundswell.topics.posts", plain ? empty.posts : broker.posts);
    properties.put("plain.posts", broker.posts);
    Class<?>[] sources =
        plain
            ? new Class<?>[] {NlpWorkerApplication.class, AtLeastOnce.class}
            : new Class<?>[] {NlpWorkerApplication.class};
    return new SpringApplicationBuilder(sources)
        .run(
            properties.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
  }
}

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Measures the whole way, from a file to alerts in PostgreSQL: posts a second of an unpaced run, and
 * the processor time that each process took.
 *
 * <p>The stream is the simulated week, repeated with later dates and other ids until it is long
 * enough. Usage: {@code java benchmarks/WholeWay.java [posts] [option of quickstart ...]}, in the
 * project's folder.
 */
final class WholeWay {

  private static final Path SAMPLE = Path.of("sample", "simulated-week.ndjson.gz");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern CREATED = Pattern.compile("\"created_at\":\"([^\"]+)\"");
  private static final Pattern SERVICE =
      Pattern.compile("(collector|nlp-worker|alert|dashboard)-service|(quickstart)-launcher|(postgres)");

  public static void main(String... arguments) throws Exception {
    long posts = arguments.length == 0 ? 200_000 : Long.parseLong(arguments[0]);
    Path stream = Files.createTempFile("whole-way", ".ndjson");
    Path counts = Files.createTempFile("whole-way", ".json");
    try {
      System.err.printf("%d posts in %s%n", write(posts, stream), stream);
      List<String> command = new ArrayList<>(List.of("./quickstart", "--once", "--speed", "max"));
      command.addAll(List.of("--replay", stream.toString()));
      command.addAll(List.of(arguments).subList(Math.min(1, arguments.length), arguments.length));
      measure(command, counts);
    } finally {
      Files.delete(stream);
      Files.delete(counts);
    }
  }

  private static long write(long posts, Path stream) throws IOException {
    long written = 0;
    try (Writer out = Files.newBufferedWriter(stream)) {
      for (int week = 0; written < posts; week++) {
        try (var in =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(SAMPLE)), StandardCharsets.UTF_8))) {
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.write(later(line, week));
            out.write('\n');
            written++;
          }
        }
      }
    }
    return written;
  }

  private static String later(String line, int weeks) {
    String renamed = ID.matcher(line).replaceFirst("\"id\":\"$1-" + weeks + "\"");
    Matcher created = CREATED.matcher(renamed);
    if (!created.find()) {
      throw new IllegalStateException("No created_at in " + line);
    }
    Instant moved = Instant.parse(created.group(1)).plus(Duration.ofDays(7L * weeks));
    return created.replaceFirst("\"created_at\":\"" + moved + "\"");
  }

  private static void measure(List<String> command, Path counts) throws Exception {
    Process run =
        new ProcessBuilder(command)
            .redirectOutput(counts.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Map<String, Duration> processorTime = new TreeMap<>();
    while (!run.waitFor(250, TimeUnit.MILLISECONDS)) {
      look(run.toHandle(), processorTime);
      run.descendants().forEach(process -> look(process, processorTime));
    }
    System.out.println(Files.readString(counts).replaceAll(",\"alerts\":.*", "}").strip());
    Map<String, Double> seconds = new TreeMap<>();
    processorTime.forEach(
        (process, time) ->
            seconds.merge(process.replaceAll("/.*", ""), time.toMillis() / 1000.0, Double::sum));
    System.out.println("Processor seconds, start-up included: " + seconds);
  }

  private static void look(ProcessHandle process, Map<String, Duration> processorTime) {
    Matcher service = SERVICE.matcher(process.info().commandLine().orElse(""));
    if (service.find()) {
      process
          .info()
          .totalCpuDuration()
          .ifPresent(time -> processorTime.put(service.group() + "/" + process.pid(), time));
    }
  }
}

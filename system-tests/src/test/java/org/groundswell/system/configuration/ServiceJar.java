package org.groundswell.system.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.stream.Stream;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.json.JsonMapper;

/**
 * A service's jar as it is deployed.
 *
 * @param service name of its module
 */
public record ServiceJar(String service) {

  /** The four, in the order in which posts pass them. */
  public static final List<ServiceJar> ALL =
      Stream.of("collector-service", "nlp-worker-service", "alert-service", "dashboard-service")
          .map(ServiceJar::new)
          .toList();

  private static final String METADATA = "META-INF/spring-configuration-metadata.json";

  /** Returns where the jar is; fails when it has not been built. */
  public Path path() {
    try (Stream<Path> files = Files.list(Path.of("..", service, "target"))) {
      return files
          .filter(file -> file.getFileName().toString().matches(service + "-.*\\.jar"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("Build " + service + " first"))
          .toAbsolutePath()
          .normalize();
    } catch (IOException e) {
      throw new UncheckedIOException("Build " + service + " first", e);
    }
  }

  /** Returns what the service itself can be told. */
  List<Metadata.Property> ownProperties() {
    try (var jar = new JarFile(path().toFile());
        var json = jar.getInputStream(jar.getEntry(METADATA))) {
      return read(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what the libraries in the jar can be told. */
  List<Metadata.Property> libraryProperties() {
    var properties = new ArrayList<Metadata.Property>();
    try (var jar = new JarFile(path().toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        if (entry.getName().startsWith("BOOT-INF/lib/spring-boot")) {
          properties.addAll(inLibrary(jar.getInputStream(entry)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }

  /** Returns the settings that the service brings with it. */
  PropertySource<?> application() {
    try (var jar = new JarFile(path().toFile());
        var yaml = jar.getInputStream(jar.getEntry("BOOT-INF/classes/application.yml"))) {
      var resource = new ByteArrayResource(yaml.readAllBytes());
      return new YamlPropertySourceLoader().load("application.yml", resource).getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Metadata.Property> inLibrary(InputStream library) throws IOException {
    try (var jar = new JarInputStream(library)) {
      for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
        if (entry.getName().equals(METADATA)) {
          return read(jar);
        }
      }
      return List.of();
    }
  }

  private static List<Metadata.Property> read(InputStream json) throws IOException {
    return JsonMapper.shared().readValue(json.readAllBytes(), Metadata.class).properties();
  }
}

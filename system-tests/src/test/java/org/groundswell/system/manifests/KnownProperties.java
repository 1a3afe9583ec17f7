package org.groundswell.system.manifests;

import java.beans.PropertyDescriptor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.beans.BeanUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The properties that a service's own jar declares, its libraries' included, as environment
 * variables: the configuration metadata that Spring's annotation processor writes.
 */
final class KnownProperties {

  private static final String METADATA = "META-INF/.*spring-configuration-metadata\\.json";
  private static final Pattern MAP =
      Pattern.compile("java\\.util\\.Map<java\\.lang\\.String,(.+)>");
  private static final Map<String, KnownProperties> READ = new ConcurrentHashMap<>();

  /** Types by names of properties. */
  private final Map<String, String> types = new HashMap<>();

  private KnownProperties(String module) {
    try (JarFile jar = new JarFile(jar(module).toFile())) {
      for (JarEntry entry : jar.stream().toList()) {
        try (InputStream content = jar.getInputStream(entry)) {
          if (entry.getName().matches(METADATA)) {
            add(content.readAllBytes());
          } else if (entry.getName().matches("BOOT-INF/lib/spring.*\\.jar")) {
            addLibrary(new JarInputStream(content));
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static KnownProperties of(String module) {
    return READ.computeIfAbsent(module, KnownProperties::new);
  }

  /** Whether a variable sets a property, by the rules of Spring Boot's relaxed binding. */
  boolean have(String variable) {
    return types.entrySet().stream()
        .anyMatch(property -> sets(variable, property.getKey(), property.getValue()));
  }

  private static boolean sets(String variable, String property, String type) {
    String name = variable(property);
    String older = name(property).replace('-', '_');
    if (variable.equals(name) || variable.equals(older)) {
      return true;
    }
    Matcher map = MAP.matcher(type);
    return map.matches()
        && variable.startsWith(name + "_")
        && isKey(variable.substring(name.length() + 1), property, map.group(1));
  }

  private static boolean isKey(String key, String property, String type) {
    if (property.startsWith("spring.kafka.")) {
      return KafkaSettings.have(key.toLowerCase(Locale.ROOT).replace('_', '.'));
    }
    if (type.startsWith("java.lang.")) {
      return true;
    }
    int end = key.indexOf('_');
    return end > 0 && isMember(key.substring(end + 1), type(type));
  }

  /** Follows the members of a class by their names without dashes. */
  private static boolean isMember(String rest, Class<?> type) {
    for (PropertyDescriptor member : BeanUtils.getPropertyDescriptors(type)) {
      String name = member.getName().toUpperCase(Locale.ROOT);
      if (rest.equals(name)) {
        return member.getWriteMethod() != null;
      }
      if (rest.startsWith(name + "_") && member.getReadMethod() != null) {
        return isMember(rest.substring(name.length() + 1), member.getPropertyType());
      }
    }
    return false;
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String variable(String property) {
    return name(property).replace("-", "");
  }

  private static String name(String property) {
    return property.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  private void addLibrary(JarInputStream library) throws IOException {
    for (JarEntry entry = library.getNextJarEntry();
        entry != null;
        entry = library.getNextJarEntry()) {
      if (entry.getName().matches(METADATA)) {
        add(library.readAllBytes());
      }
    }
  }

  private void add(byte[] metadata) {
    for (JsonNode property : JsonMapper.shared().readTree(metadata).path("properties")) {
      types.merge(
          property.path("name").asString(),
          property.path("type").asString(""),
          (one, other) -> one.isEmpty() ? other : one);
    }
  }

  private static Path jar(String module) throws IOException {
    Path target = Path.of("..", module, "target");
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(target, module + "-*.jar")) {
      return jars.iterator().next();
    }
  }

  /** The settings of Kafka's clients. */
  private static final class KafkaSettings {

    static boolean have(String key) {
      return StreamsConfig.configDef().names().contains(key)
          || ConsumerConfig.configNames().contains(key)
          || ProducerConfig.configNames().contains(key)
          || AdminClientConfig.configNames().contains(key);
    }
  }
}

package org.groundswell.system.security;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** A certificate authority that lives as long as a test, made with the JDK's keytool. */
final class Authority {

  private static final String PASSWORD = "changeit";
  private static final String ALIAS = "key";

  private final Path folder;
  private final Path store;

  private Authority(Path folder) {
    this.folder = folder;
    this.store = folder.resolve("ca.p12");
  }

  static Authority create(Path folder) throws IOException {
    var authority = new Authority(Files.createDirectories(folder));
    authority.generate(authority.store, "CN=authority " + UUID.randomUUID(), "-ext", "bc:c");
    Files.writeString(
        authority.certificate(), keytool("-exportcert", "-rfc", "-keystore", authority.store));
    return authority;
  }

  /** Returns the file of the authority's own certificate. */
  Path certificate() {
    return folder.resolve("ca.crt");
  }

  /**
   * Who somebody is: PEM files.
   *
   * @param both key and certificate in one, as Kafka's brokers read them
   */
  record Identity(Path certificate, Path key, Path both) {}

  /** Signs a certificate for {@code name} as the subject and {@code localhost} as the host. */
  Identity issue(String name) throws IOException {
    Path own = folder.resolve(name + ".p12");
    generate(own, "CN=" + name);
    Path request = folder.resolve(name + ".csr");
    Files.writeString(request, keytool("-certreq", "-keystore", own));
    String signed =
        keytool(
            "-gencert",
            "-rfc",
            "-keystore",
            store,
            "-infile",
            request,
            "-ext",
            "san=dns:localhost",
            "-validity",
            "2");
    String key = privateKey(own);
    return new Identity(
        write(name + ".crt", signed),
        write(name + ".key", key),
        write(name + ".pem", key + signed));
  }

  private void generate(Path file, String subject, String... more) throws IOException {
    var arguments =
        new ArrayList<Object>(
            List.of("-genkeypair", "-keystore", file, "-dname", subject, "-keyalg", "EC"));
    arguments.addAll(List.of("-groupname", "secp256r1", "-validity", "2", "-storetype", "PKCS12"));
    arguments.addAll(List.of(more));
    keytool(arguments.toArray());
  }

  private static String keytool(Object... arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    List.of(arguments).forEach(it -> command.add(it.toString()));
    command.addAll(List.of("-alias", ALIAS, "-storepass", PASSWORD));
    Path errors = Files.createTempFile("keytool", ".log");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException("keytool: " + said + Files.readString(errors));
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      Files.deleteIfExists(errors);
    }
  }

  private static String privateKey(Path store) throws IOException {
    try {
      var keys = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
      byte[] key = keys.getKey(ALIAS, PASSWORD.toCharArray()).getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
          .formatted(Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key));
    } catch (GeneralSecurityException e) {
      throw new IOException(e);
    }
  }

  private Path write(String name, String pem) throws IOException {
    Path file = folder.resolve(name);
    Files.deleteIfExists(file);
    var ownerOnly = PosixFilePermissions.fromString("rw-------");
    Files.createFile(file, PosixFilePermissions.asFileAttribute(ownerOnly));
    return Files.writeString(file, pem);
  }
}

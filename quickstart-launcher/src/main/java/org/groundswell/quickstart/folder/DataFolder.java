package org.groundswell.quickstart.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;
import org.groundswell.quickstart.failure.CannotRun;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds everything a run writes: Kafka's log, the database, detection's state, logs
 * and temporary files. One run at a time holds it, by a lock that the operating system drops when
 * the process dies.
 *
 * <p>A folder that a person names is kept; the others are made for one run, removed by {@link
 * #close()}, and, should that run be killed, by the next one.
 */
public final class DataFolder implements AutoCloseable {

  private static final String LOCK = "groundswell.lock";
  private static final String FRESH = "run-";

  private final Path root;
  private final boolean kept;
  private final FileChannel channel;

  private DataFolder(Path root, boolean kept, FileChannel channel) {
    this.root = root;
    this.kept = kept;
    this.channel = channel;
  }

  /**
   * Opens a folder that outlives the run.
   *
   * @param directory created when missing
   * @throws CannotRun when it cannot be written, holds files of something else, or another run has
   *     it
   */
  public static DataFolder keep(Path directory) {
    Path root = directory.toAbsolutePath().normalize();
    try {
      if (Files.exists(root) && !Files.isDirectory(root)) {
        throw new CannotRun("The data folder %s is a file".formatted(root));
      }
      if (Files.isDirectory(root) && !isEmpty(root) && !Files.exists(root.resolve(LOCK))) {
        throw new CannotRun(
            "The data folder %s holds files that no earlier run made; name an empty one"
                .formatted(root));
      }
      return open(root, true)
          .orElseThrow(
              () -> new CannotRun("The data folder %s is in use by another run".formatted(root)));
    } catch (IOException e) {
      throw new CannotRun("Cannot write to the data folder %s: %s".formatted(root, e), e);
    }
  }

  /**
   * Makes a folder for one run, and removes those that killed runs left beside it.
   *
   * @throws CannotRun when it cannot be written
   */
  public static DataFolder fresh(Path parent) {
    try {
      Files.createDirectories(parent);
      removeAbandoned(parent);
      Path root = Files.createTempDirectory(parent, FRESH).toAbsolutePath();
      return open(root, false).orElseThrow();
    } catch (IOException e) {
      throw new CannotRun(
          "Cannot write to %s: %s; name another folder with --data".formatted(parent, e), e);
    }
  }

  /** Returns the folder itself. */
  public Path root() {
    return root;
  }

  /** Returns whether the folder outlives the run. */
  public boolean kept() {
    return kept;
  }

  /** Returns a folder below this one, which may not exist yet. */
  public Path at(String name) {
    return root.resolve(name);
  }

  /** Returns the folder for the log of each service; it exists. */
  public Path logs() {
    return at("logs");
  }

  /** Returns the folder for temporary files of every process; it exists. */
  public Path temporary() {
    return at("tmp");
  }

  /**
   * Refuses a disk that is too full.
   *
   * @param bytes that must be free on the disk of this folder
   * @throws CannotRun when they are not
   */
  public void requireSpace(long bytes) {
    try {
      long usable = Files.getFileStore(root).getUsableSpace();
      if (usable < bytes) {
        throw new CannotRun(
            "Too little disk space for %s: %,d MB are free, this run wants %,d MB"
                .formatted(root, usable >> 20, bytes >> 20));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Frees the folder, and removes it when it was made for one run. */
  @Override
  public void close() {
    try {
      if (kept) {
        FileTree.delete(temporary());
      } else {
        FileTree.delete(root);
        deleteIfEmpty(root.getParent());
      }
      channel.close();
    } catch (IOException e) {
      throw new CannotRun("Cannot remove %s: %s".formatted(root, e), e);
    }
  }

  private static Optional<DataFolder> open(Path root, boolean kept) throws IOException {
    Files.createDirectories(root);
    FileTree.closeToOthers(root);
    FileChannel channel =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lock(channel) == null) {
      channel.close();
      return Optional.empty();
    }
    var folder = new DataFolder(root, kept, channel);
    FileTree.delete(folder.temporary());
    Files.createDirectories(folder.temporary());
    Files.createDirectories(folder.logs());
    return Optional.of(folder);
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException _) {
      return null; // held by this very process
    }
  }

  private static void removeAbandoned(Path parent) throws IOException {
    try (Stream<Path> entries = Files.list(parent)) {
      for (Path entry : entries.toList()) {
        if (entry.getFileName().toString().startsWith(FRESH) && isAbandoned(entry)) {
          FileTree.delete(entry);
        }
      }
    }
  }

  private static boolean isAbandoned(Path folder) throws IOException {
    Path file = folder.resolve(LOCK);
    if (!Files.exists(file)) {
      return false; // perhaps another run is making it right now
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return lock(channel) != null;
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.findAny().isEmpty();
    }
  }

  private static void deleteIfEmpty(@Nullable Path directory) throws IOException {
    if (directory != null && Files.isDirectory(directory) && isEmpty(directory)) {
      Files.deleteIfExists(directory);
    }
  }
}

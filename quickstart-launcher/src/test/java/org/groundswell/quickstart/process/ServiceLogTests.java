package org.groundswell.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceLogTests {

  @TempDir Path directory;

  @Test
  void tellsTheDescriptionOfAFailedStart() throws IOException {
    assertThat(
            reason(
                """
                APPLICATION FAILED TO START

                Description:

                posts.bin is in no format
                that can be read.

                Action:

                Name one.
                """))
        .isEqualTo("posts.bin is in no format that can be read.");
  }

  @Test
  void tellsTheInnermostCause() throws IOException {
    assertThat(
            reason(
                """
                org.example.Outer: it failed
                Caused by: org.example.Middle: because of that
                Caused by: org.example.Inner: the disk is full
                    at org.example.Inner.run(Inner.java:1)
                """))
        .isEqualTo("the disk is full");
  }

  @Test
  void tellsTheLastLinesOtherwise() throws IOException {
    assertThat(reason("1\n2\n3\n4\n5\n6\n7\n8\n9\n"))
        .startsWith("its last lines were\n  2")
        .endsWith("\n  9");
  }

  private String reason(String text) throws IOException {
    return new ServiceLog(Files.writeString(directory.resolve("a.log"), text)).reasonOfEnd();
  }
}

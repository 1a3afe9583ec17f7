package org.groundswell.deadletters.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import org.groundswell.deadletters.letters.DeadLetter;
import org.groundswell.deadletters.letters.DeadLetter.Origin;
import org.jspecify.annotations.Nullable;

/** Prints a dead letter for people. */
final class LetterText {

  private LetterText() {}

  static void print(DeadLetter letter, boolean settled, PrintWriter out) {
    out.printf(
        "  reason     %s%s%n",
        letter.reason().orElse("(none)"), letter.detail().map(" (%s)"::formatted).orElse(""));
    out.printf("  came from  %s%n", letter.origin().map(LetterText::from).orElse("(not said)"));
    out.printf(
        "  rounds     %s; %s%n",
        letter.rounds().isPresent() ? letter.rounds().getAsInt() : "(unreadable)",
        settled ? "done with" : "waiting");
    out.printf("  size       key %s, value %s%n", size(letter.key()), size(letter.value()));
  }

  static void printSource(SourceLetter letter, PrintWriter out) {
    out.printf("  reason     %s%n", letter.summary());
    out.printf("  input at   %s, %s%n", letter.source(), letter.position());
  }

  static void printContent(DeadLetter letter, PrintWriter out) {
    out.printf("  key        %s%n", content(letter.key()));
    out.printf("  value      %s%n", content(letter.value()));
  }

  private static String from(Origin origin) {
    return "%s, partition %d, offset %d"
        .formatted(
            origin.topic().replaceAll("\\p{Cntrl}", " "), origin.partition(), origin.offset());
  }

  private static String size(byte @Nullable [] bytes) {
    return bytes == null ? "null" : bytes.length + " bytes";
  }

  /** Text as it is, but for what could steer a terminal; other bytes in Base64. */
  private static String content(byte @Nullable [] bytes) {
    if (bytes == null) {
      return "null";
    }
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}]", " ");
    } catch (CharacterCodingException e) {
      return "base64:" + Base64.getEncoder().encodeToString(bytes);
    }
  }
}

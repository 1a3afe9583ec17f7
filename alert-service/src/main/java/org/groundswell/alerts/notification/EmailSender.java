package org.groundswell.alerts.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.groundswell.alerts.notification.Outcome.Failed;
import org.groundswell.alerts.notification.Outcome.Refused;
import org.groundswell.alerts.notification.Outcome.Sent;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends messages as plain text by SMTP; those about one alert are one thread. */
@Component
class EmailSender implements Sender {

  private static final int PERMANENT = 500; // RFC 5321, 4.2.1

  private final @Nullable JavaMailSender mail;
  private final @Nullable String from;
  private final Clock wall;

  EmailSender(
      ObjectProvider<JavaMailSender> mail, NotificationProperties notification, Clock wallClock) {
    this.mail = mail.getIfAvailable();
    this.from = notification.mailFrom();
    this.wall = wallClock;
  }

  @Override
  public Channel channel() {
    return Channel.EMAIL;
  }

  @Override
  public boolean available() {
    return mail != null && from != null;
  }

  @Override
  public Outcome send(SubscriptionRow to, Message message) {
    if (mail == null || from == null) {
      return new Failed("spring.mail.host or groundswell.alerts.notification.mail-from is not set");
    }
    try {
      mail.send(written(to, message, from));
      return new Sent();
    } catch (MailSendException e) {
      return judged(e);
    } catch (MailException | MessagingException e) {
      return new Failed("Not sent: " + e.getClass().getSimpleName());
    }
  }

  private MimeMessage written(SubscriptionRow to, Message message, String sender)
      throws MessagingException {
    String domain = sender.substring(sender.lastIndexOf('@') + 1);
    MessageText words = MessageText.of(message);
    var written = new Identified("<%s@%s>".formatted(message.delivery(), domain));
    written.setFrom(new InternetAddress(sender, true));
    for (String recipient : to.recipients()) {
      written.addRecipient(
          jakarta.mail.Message.RecipientType.TO, new InternetAddress(recipient, true));
    }
    written.setSubject(words.title(), StandardCharsets.UTF_8.name());
    written.setText(text(words, message), StandardCharsets.UTF_8.name());
    written.setSentDate(Date.from(wall.instant()));
    written.setHeader("Auto-Submitted", "auto-generated");
    if (message.alert() != null) {
      String thread = "<%s.%s@%s>".formatted(message.alert().id(), to.getId(), domain);
      written.setHeader("In-Reply-To", thread);
      written.setHeader("References", thread);
    }
    return written;
  }

  private static String text(MessageText words, Message message) {
    var lines = new ArrayList<>(words.lines());
    if (!words.quotes().isEmpty()) {
      lines.add("");
      words.quotes().forEach(quote -> lines.add("> " + quote));
    }
    if (message.link() != null) {
      lines.addAll(List.of("", message.link().toString()));
    }
    lines.addAll(List.of("", message.notice(), ""));
    return String.join("\r\n", lines);
  }

  /** A server's words quote addresses: only its code is told. */
  private static Outcome judged(MailSendException e) {
    int code = code(e);
    String detail =
        code == 0 ? "The mail server does not answer" : "Answered with SMTP code " + code;
    return code >= PERMANENT ? new Refused(detail) : new Failed(detail);
  }

  private static int code(MailSendException e) {
    for (Exception failure : e.getMessageExceptions()) {
      for (Exception at = failure; at != null; at = next(at)) {
        switch (at) {
          case SMTPAddressFailedException refused -> {
            return refused.getReturnCode();
          }
          case SMTPSenderFailedException refused -> {
            return refused.getReturnCode();
          }
          case SMTPSendFailedException refused when refused.getNextException() == null -> {
            return refused.getReturnCode();
          }
          default -> {}
        }
      }
    }
    return 0;
  }

  private static @Nullable Exception next(Exception at) {
    return at instanceof MessagingException chained ? chained.getNextException() : null;
  }

  /** Keeps its own Message-ID, where one would be made up for each attempt. */
  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(String id) {
      super((@Nullable Session) null);
      this.id = Objects.requireNonNull(id);
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}

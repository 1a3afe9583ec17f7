package org.groundswell.alerts.incident;

import java.util.List;
import java.util.stream.Stream;
import org.groundswell.alerts.command.Command;
import org.groundswell.alerts.incident.Alert.Comment;
import org.groundswell.alerts.incident.Alert.Remark;
import org.jspecify.annotations.Nullable;

/**
 * What people did with an alert.
 *
 * @param comments oldest first, the newest {@value #MOST}
 * @param commands ids of the newest commands that were carried out
 */
record Remarks(
    @Nullable Remark acknowledgement,
    @Nullable Remark dismissal,
    List<Comment> comments,
    List<String> commands) {

  static final int MOST = 100;
  static final Remarks NONE = new Remarks(null, null, List.of(), List.of());

  private static final int COMMANDS_KNOWN = 300;

  boolean know(Command command) {
    return commands.contains(command.id());
  }

  Remarks plus(Command command) {
    var remark = new Remark(command.at(), command.by(), command.text());
    List<String> known = newest(commands, command.id(), COMMANDS_KNOWN);
    return switch (command.kind()) {
      case ACKNOWLEDGE -> new Remarks(remark, dismissal, comments, known);
      case DISMISS -> new Remarks(acknowledgement, remark, comments, known);
      case COMMENT -> {
        String text = String.valueOf(command.text()); // a comment always has one
        var comment = new Comment(command.id(), command.at(), command.by(), text);
        yield new Remarks(acknowledgement, dismissal, newest(comments, comment, MOST), known);
      }
    };
  }

  private static <T> List<T> newest(List<T> all, T next, int most) {
    return Stream.concat(all.stream().skip(Math.max(0, all.size() + 1 - most)), Stream.of(next))
        .toList();
  }
}

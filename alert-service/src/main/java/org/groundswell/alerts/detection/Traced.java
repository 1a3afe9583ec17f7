package org.groundswell.alerts.detection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object that may carry the trace of its post as its last field. Without a trace it is what
 * it would be if there were no traces, and who does not know the field passes it over.
 */
final class Traced {

  private static final byte[] FIELD = ",\"traceparent\":\"".getBytes(US_ASCII);
  private static final byte[] END = "\"}".getBytes(US_ASCII);
  private static final int TRACE = 55; // characters of a W3C traceparent
  private static final int ADDED = FIELD.length + TRACE + 1; // the brace was there before

  private Traced() {}

  static byte[] with(byte[] json, @Nullable String trace) {
    if (trace == null) {
      return json;
    }
    byte[] traced = Arrays.copyOf(json, json.length + ADDED);
    int at = json.length - 1;
    System.arraycopy(FIELD, 0, traced, at, FIELD.length);
    System.arraycopy(trace.getBytes(US_ASCII), 0, traced, at + FIELD.length, TRACE);
    System.arraycopy(END, 0, traced, at + FIELD.length + TRACE, END.length);
    return traced;
  }

  static byte[] withoutTrace(byte[] value) {
    if (!isTraced(value)) {
      return value;
    }
    byte[] json = Arrays.copyOf(value, value.length - ADDED);
    json[json.length - 1] = '}';
    return json;
  }

  static @Nullable String trace(byte[] value) {
    int at = value.length - END.length - TRACE;
    return isTraced(value) ? new String(value, at, TRACE, US_ASCII) : null;
  }

  /** The quotes of the field cannot be in a text, where they are escaped. */
  private static boolean isTraced(byte[] value) {
    int at = value.length - END.length - TRACE - FIELD.length;
    return at > 0
        && Arrays.equals(value, at, at + FIELD.length, FIELD, 0, FIELD.length)
        && Arrays.equals(value, value.length - END.length, value.length, END, 0, END.length);
  }
}

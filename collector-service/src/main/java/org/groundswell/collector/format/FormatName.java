package org.groundswell.collector.format;

/** The formats that a file may be said to be in. */
public enum FormatName {
  AUTO,
  GROUNDSWELL,
  PLAIN,
  TWITTER,
  CSV
}

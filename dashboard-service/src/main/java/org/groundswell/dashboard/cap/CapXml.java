package org.groundswell.dashboard.cap;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes elements of one namespace. Whatever a text holds, it stays text: the JDK's writer escapes
 * it, and what XML 1.0 has no room for, escaped or not, is left out.
 */
final class CapXml {

  static final String NAMESPACE = "urn:oasis:names:tc:emergency:cap:1.2";

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final XMLStreamWriter xml;

  /** Begins a document with its outermost element. */
  CapXml(String root) {
    try {
      xml =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      xml.writeStartElement(root);
      xml.writeDefaultNamespace(NAMESPACE);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes an element with a text. */
  CapXml element(String name, Object text) {
    try {
      xml.writeStartElement(name);
      xml.writeCharacters(clean(text.toString()));
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes an element with the elements that {@code content} writes. */
  CapXml element(String name, Runnable content) {
    try {
      xml.writeStartElement(name);
      content.run();
      xml.writeEndElement();
      return this;
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Writes a pair, in the protocol's own way. */
  CapXml pair(String element, String name, Object value) {
    return element(element, () -> element("valueName", name).element("value", value));
  }

  /** Ends the document. */
  byte[] finish() {
    try {
      xml.writeEndDocument();
      xml.close();
      return bytes.toByteArray();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String clean(String text) {
    return text.codePoints()
        .filter(CapXml::isXmlCharacter)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  // Production 2 (Char) of XML 1.0, fifth edition.
  private static boolean isXmlCharacter(int it) {
    return it == '\t'
        || it == '\n'
        || (it >= 0x20 && it <= 0xD7FF)
        || (it >= 0xE000 && it <= 0xFFFD)
        || it >= 0x10000;
  }
}

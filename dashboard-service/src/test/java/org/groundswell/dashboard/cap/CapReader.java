package org.groundswell.dashboard.cap;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a message as others would: against the schema, and element by element. */
final class CapReader {

  private static final Schema SCHEMA = schema();

  private final Document document;

  /** Fails when the message is not valid. */
  CapReader(byte[] message) throws IOException {
    try {
      SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(message)));
      var factory = DocumentBuilderFactory.newDefaultNSInstance();
      document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(message));
    } catch (SAXException | ParserConfigurationException e) {
      throw new IOException(e);
    }
  }

  String text(String element) {
    return texts(element).getFirst();
  }

  List<String> texts(String element) {
    NodeList found = document.getElementsByTagNameNS(CapXml.NAMESPACE, element);
    return IntStream.range(0, found.getLength())
        .mapToObj(i -> found.item(i).getTextContent())
        .toList();
  }

  private static Schema schema() {
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(Objects.requireNonNull(CapReader.class.getResource("cap-1.2.xsd")));
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }
}

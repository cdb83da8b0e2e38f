package org.conductregister.command.imports.sheet.workbook;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.conductregister.command.imports.sheet.Limits;
import org.jspecify.annotations.Nullable;

/**
 * A part of a workbook as a stream of XML. No document type is read and no entity followed; depth, attributes and text are
 * limited. Elements and attributes are named without their namespaces.
 */
final class XmlPart implements Closeable {

    private static final XMLInputFactory FACTORY = factory();

    private final InputStream in;
    private final XMLStreamReader xml;

    XmlPart(InputStream in) throws IOException {
        this.in = in;
        try {
            this.xml = FACTORY.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            in.close();
            throw ZipParts.damaged();
        }
    }

    private static XMLInputFactory factory() {
        var factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, Limits.ROW);
        return factory;
    }

    /** Goes on to the next beginning, end or text. Returns false at the end of the part. */
    boolean next() {
        try {
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamReader.START_ELEMENT || event == XMLStreamReader.END_ELEMENT || isText(event)) {
                    return true;
                }
            }
            return false;
        } catch (XMLStreamException e) {
            throw ZipParts.damaged();
        }
    }

    private static boolean isText(int event) {
        return event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA || event == XMLStreamReader.SPACE;
    }

    /** Goes on to the next element that begins. Returns its name; null at the end of the part. */
    @Nullable
    String nextElement() {
        while (next()) {
            if (starts()) {
                return name();
            }
        }
        return null;
    }

    boolean starts() {
        return xml.getEventType() == XMLStreamReader.START_ELEMENT;
    }

    boolean ends() {
        return xml.getEventType() == XMLStreamReader.END_ELEMENT;
    }

    /** Returns the name of the element that begins or ends here. */
    String name() {
        return xml.getLocalName();
    }

    /** Returns an attribute of the element that begins here; null where it has none of this name. */
    @Nullable
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** A number from 1, in an attribute of the element that begins here; 1 where it has none. */
    int count(String attribute) {
        var value = attribute(attribute);
        try {
            return value == null ? 1 : Math.max(1, Integer.parseInt(value));
        } catch (NumberFormatException e) {
            throw ZipParts.damaged();
        }
    }

    /** Adds the text here, no further than to one character more than a cell may have. */
    void appendText(StringBuilder to) {
        int room = Limits.CELL + 1 - to.length();
        if (room > 0) {
            to.append(xml.getTextCharacters(), xml.getTextStart(), Math.min(room, xml.getTextLength()));
        }
    }

    boolean isText() {
        return isText(xml.getEventType());
    }

    /** Goes on to the end of the element that begins here. */
    void skip() {
        int depth = 1;
        while (depth > 0 && next()) {
            depth += starts() ? 1 : ends() ? -1 : 0;
        }
    }

    /** Goes on to the end of the element that begins here, and returns the text in it. */
    String text() {
        var text = new StringBuilder();
        int depth = 1;
        while (depth > 0 && next()) {
            if (isText()) {
                appendText(text);
            } else {
                depth += starts() ? 1 : -1;
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

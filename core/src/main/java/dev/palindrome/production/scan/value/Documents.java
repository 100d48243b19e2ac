package dev.palindrome.production.scan.value;

import dev.palindrome.production.json.JsonPath;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Takes documents of JSON and XML apart into their values, each with its place: {@code $.contact.email}, {@code
 * $.items[*].name}, {@code /person/email}, {@code /person/@id}. What is cut off in the middle is read up to there. Names of
 * members that look like values themselves, such as keys of rows, are {@code *}: no place says a value.
 */
final class Documents {

    private static final JsonFactory JSON = new JsonFactory();

    private static final XMLInputFactory XML = safeXml();

    private Documents() {}

    /** Entities from elsewhere are never fetched. */
    private static XMLInputFactory safeXml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    static boolean isDocument(String value) {
        char first = value.charAt(0);
        return value.length() > 2 && (first == '<' && isNameLetter(value.charAt(1)) || isJson(value, first));
    }

    private static boolean isJson(String value, char first) {
        return first == '{' && value.indexOf('"') > 0 && value.indexOf(':') > 0
                || first == '[' && "{[\"".indexOf(afterBlanks(value)) >= 0;
    }

    /** The first character behind the one that opens it. */
    private static char afterBlanks(String value) {
        int at = 1;
        while (at + 1 < value.length() && Character.isWhitespace(value.charAt(at))) {
            at++;
        }
        return value.charAt(at);
    }

    private static boolean isNameLetter(char letter) {
        return Character.isLetter(letter) || letter == '_' || letter == '?';
    }

    static void leaves(String document, BiConsumer<String, String> leaf) {
        if (document.charAt(0) == '<') {
            xmlLeaves(document, leaf);
        } else {
            jsonLeaves(document, leaf);
        }
    }

    private static void jsonLeaves(String document, BiConsumer<String, String> leaf) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), document)) {
            Deque<String> path = new ArrayDeque<>();
            path.addLast("$");
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                switch (token) {
                    case START_ARRAY -> path.addLast(path.getLast() + "[*]");
                    case START_OBJECT -> path.addLast(path.getLast());
                    case END_ARRAY, END_OBJECT -> path.removeLast();
                    case PROPERTY_NAME -> {
                        String owner = objectPath(path);
                        path.removeLast();
                        path.addLast(owner + JsonPath.step(parser.currentName()));
                    }
                    case VALUE_STRING, VALUE_NUMBER_INT -> leaf.accept(path.getLast(), parser.getString());
                    default -> {
                        // True, false, NULL and fractions are nobody's.
                    }
                }
            }
        } catch (JacksonException e) {
            // Cut off, or no JSON: what has been read counts.
            return;
        }
    }

    /** The path of the object that a property stands in: what is below it on the stack. */
    private static String objectPath(Deque<String> path) {
        String top = path.removeLast();
        String below = path.isEmpty() ? "$" : path.getLast();
        path.addLast(top);
        return below;
    }

    private static void xmlLeaves(String document, BiConsumer<String, String> leaf) {
        boolean isWhole = document.startsWith("<?");
        try {
            XMLStreamReader reader =
                    XML.createXMLStreamReader(new StringReader(isWhole ? document : "<x>" + document + "</x>"));
            Deque<String> path = new ArrayDeque<>();
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        boolean isOurs = path.isEmpty() && !isWhole;
                        path.addLast(
                                isOurs ? "" : (path.isEmpty() ? "" : path.getLast()) + "/" + reader.getLocalName());
                        for (int i = 0; i < reader.getAttributeCount(); i++) {
                            leaf.accept(
                                    path.getLast() + "/@" + reader.getAttributeLocalName(i),
                                    reader.getAttributeValue(i));
                        }
                    }
                    case XMLStreamConstants.CHARACTERS -> leaf.accept(path.getLast(), reader.getText());
                    case XMLStreamConstants.END_ELEMENT -> path.removeLast();
                    default -> {
                        // Comments and instructions are nobody's.
                    }
                }
            }
        } catch (XMLStreamException e) {
            // Cut off, or no XML: what has been read counts.
            return;
        }
    }
}

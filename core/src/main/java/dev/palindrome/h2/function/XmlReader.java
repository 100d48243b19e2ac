package dev.palindrome.h2.function;

import dev.palindrome.h2.procedures.object.TsqlError;
import java.io.IOException;
import java.io.StringReader;
import java.lang.ref.SoftReference;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.h2.value.Value;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Finds in XML what a path says. What the front sends is the XML, or a place in it and the XML, the path as the front has
 * written it, and what the path takes from the statement.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/xml/xml-data-type-methods">xml data type methods</a>
 */
final class XmlReader {

    /** As many as a query can number. */
    private static final int MOST_NODES = 100_000;

    private static final int MOST_KEPT = 16;

    private static final String ROOT = "<x>";

    /** Before and behind a place. */
    private static final char MARK = 1;

    /** What is kept of long texts goes where memory is short. */
    private static final ThreadLocal<@Nullable SoftReference<XmlReader>> READER = new ThreadLocal<>();

    private final DocumentBuilder builder;
    private final XPathFactory paths = XPathFactory.newDefaultInstance();
    private final Map<String, Document> documents = lastOnes();
    private final Map<String, XPathExpression> expressions = lastOnes();
    private final Map<List<String>, List<Node>> found = lastOnes();
    private Map<String, Object> outsides = Map.of();
    private @Nullable Value lastXml;
    private @Nullable Value lastPath;
    private List<Node> lastNodes = List.of();

    private XmlReader() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute("http://apache.org/xml/properties/locale", Locale.ROOT); // English
            factory.setNamespaceAware(true);
            factory.setCoalescing(true);
            factory.setXIncludeAware(false);
            builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Silent());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static XmlReader reader() {
        SoftReference<XmlReader> reference = READER.get();
        XmlReader reader = reference == null ? null : reference.get();
        if (reader == null) {
            reader = new XmlReader();
            READER.set(new SoftReference<>(reader));
        }
        return reader;
    }

    /** Says nothing on the console. */
    private static final class Silent implements ErrorHandler {

        @Override
        public void warning(SAXParseException exception) {
            // nobody wants to know
        }

        @Override
        public void error(SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(SAXParseException exception) throws SAXException {
            throw exception;
        }
    }

    private static <K, V> Map<K, V> lastOnes() {
        return new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST_KEPT;
            }
        };
    }

    /** Of value(); null where there is no such node. */
    static @Nullable String value(Value... arguments) throws SQLException {
        return reader().first(arguments);
    }

    /**
     * A text that becomes XML, without a declaration.
     *
     * @throws SQLException 9400 and its like if it is none
     * @see <a href="https://learn.microsoft.com/sql/relational-databases/xml/retrieve-and-query-xml-data">What of XML is not preserved</a>
     */
    static String required(String text) throws SQLException {
        reader().document(text);
        boolean declared = text.startsWith("<?xml") && Character.isWhitespace(text.charAt("<?xml".length()));
        return declared ? text.substring(text.indexOf("?>") + 2).stripLeading() : text;
    }

    /** The same; null if it is none. */
    static @Nullable String tried(String text) {
        try {
            return required(text);
        } catch (SQLException e) {
            return null;
        }
    }

    /** Of query(). */
    static String query(Value... arguments) throws SQLException {
        StringBuilder all = new StringBuilder();
        for (Node node : reader().nodes(arguments)) {
            XmlText.write(node, all);
        }
        return all.toString();
    }

    static int count(Value... arguments) throws SQLException {
        int nodes = reader().nodes(arguments).size();
        if (nodes > MOST_NODES) {
            throw TsqlError.needsSqlServer("nodes() of more than " + MOST_NODES + " nodes.");
        }
        return nodes;
    }

    /** A node of several, for another path to begin in; its number stands behind the path. */
    static @Nullable String node(Value... arguments) throws SQLException {
        if (arguments[2].getValueType() == Value.NULL) {
            return null;
        }
        List<Value> others = new ArrayList<>(List.of(arguments));
        int number = TextFunctions.whole(others.remove(2));
        List<Node> nodes = reader().nodes(others.toArray(Value[]::new));
        return number > nodes.size() ? null : MARK + place(nodes.get(number - 1)) + MARK + text(arguments[0]);
    }

    private static String text(Value xml) {
        String all = TextFunctions.text(xml);
        return all.isEmpty() || all.charAt(0) != MARK ? all : all.substring(all.indexOf(MARK, 1) + 1);
    }

    /** From the root on, the number of each node among those beside it. */
    private static String place(Node node) {
        StringBuilder place = new StringBuilder();
        Node at = node;
        if (node instanceof org.w3c.dom.Attr attribute) {
            place.append('@').append(attribute.getName());
            at = attribute.getOwnerElement();
        }
        while (at.getParentNode() != null && at.getParentNode().getNodeType() != Node.DOCUMENT_NODE) {
            int number = 0;
            for (Node before = at.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
                number++;
            }
            place.insert(0, number + "/");
            at = at.getParentNode();
        }
        return place.toString();
    }

    private @Nullable String first(Value... arguments) throws SQLException {
        String path = TextFunctions.text(arguments[1]);
        Node context = context(arguments[0]);
        try {
            List<Node> nodes;
            if (isWithin(context, path)) {
                context = context.cloneNode(true);
                read(path, arguments);
                nodes = list((NodeList) evaluated(path, context, XPathConstants.NODESET));
            } else {
                nodes = nodes(arguments);
            }
            return nodes.isEmpty() ? null : nodes.get(0).getTextContent();
        } catch (NoNodesException e) {
            return (String) evaluated(path, context, XPathConstants.STRING);
        }
    }

    /**
     * Whether a path finds nothing but what is in an element below the root: then a copy of it says the same. The JDK's evaluator
     * goes through the whole of a document, up to the element, each time.
     */
    private static boolean isWithin(Node context, String path) {
        return context.getNodeType() == Node.ELEMENT_NODE
                && context != context.getOwnerDocument().getDocumentElement()
                && !path.contains("..")
                && !path.contains("parent::")
                && !path.contains("/*");
    }

    private static List<Node> list(NodeList nodes) {
        List<Node> all = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            all.add(nodes.item(i));
        }
        return all;
    }

    private static final class NoNodesException extends SQLException {

        private static final long serialVersionUID = 1L;
    }

    /** The same values are asked for each number that a row of nodes() might have; reading a long text anew takes its time. */
    @SuppressWarnings("ReferenceEquality") // to compare long texts is what this spares
    private List<Node> nodes(Value... arguments) throws SQLException {
        boolean plain = arguments.length == 2;
        if (plain && arguments[0] == lastXml && arguments[1] == lastPath) {
            return lastNodes;
        }
        List<Node> nodes = foundNodes(arguments);
        if (plain) {
            lastXml = arguments[0];
            lastPath = arguments[1];
            lastNodes = nodes;
        }
        return nodes;
    }

    private List<Node> foundNodes(Value... arguments) throws SQLException {
        String xml = TextFunctions.text(arguments[0]);
        String path = TextFunctions.text(arguments[1]);
        read(path, arguments);
        List<String> asked = List.of(xml, path);
        List<Node> known = arguments.length == 2 ? found.get(asked) : null;
        if (known != null) {
            return known;
        }
        List<Node> all = list((NodeList) evaluated(path, context(arguments[0]), XPathConstants.NODESET));
        found.put(asked, all);
        return all;
    }

    private void read(String path, Value... arguments) throws SQLException {
        Map<String, Object> values = new HashMap<>();
        for (int i = 2; i < arguments.length; i++) {
            Value value = arguments[i];
            if (value.getValueType() == Value.NULL && path.contains("!=")) {
                throw TsqlError.needsSqlServer("A path that compares with NULL by !=.");
            }
            requireSameText(value);
            boolean number = Value.BOOLEAN < value.getValueType() && value.getValueType() <= Value.DECFLOAT;
            values.put(
                    "v" + (i - 2),
                    number
                            ? (Object) value.getDouble()
                            : String.valueOf(value.getString()) + (value.getValueType() == Value.NULL ? MARK : ""));
        }
        outsides = values;
    }

    /** What H2 writes as XML does: not a BIT, a time or a GUID. */
    private static void requireSameText(Value value) throws SQLException {
        int type = value.getValueType();
        boolean text = Value.CHAR <= type && type <= Value.VARCHAR_IGNORECASE;
        boolean number = Value.BOOLEAN < type && type <= Value.DECFLOAT;
        if (type != Value.NULL && type != Value.DATE && !text && !number) {
            throw TsqlError.needsSqlServer(
                    "A path that takes a value which is no text, number or DATE. Give it as a text, written"
                            + " as in the XML.");
        }
    }

    private Object evaluated(String path, Node context, QName as) throws SQLException {
        try {
            XPathExpression expression = expressions.get(path);
            if (expression == null) {
                expression = compiled(path);
                expressions.put(path, expression);
            }
            return expression.evaluate(context, as);
        } catch (XPathExpressionException e) {
            if (as == XPathConstants.NODESET) {
                throw new NoNodesException();
            }
            throw TsqlError.needsSqlServer("The path " + path.substring(path.indexOf("\n\n") + 2) + ".");
        }
    }

    private XPathExpression compiled(String path) throws XPathExpressionException {
        int end = path.startsWith("\n") ? 0 : path.indexOf("\n\n") + 1;
        Map<String, String> namespaces = new HashMap<>();
        path.substring(0, end)
                .lines()
                .forEach(line ->
                        namespaces.put(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1)));
        XPath compiler = paths.newXPath();
        compiler.setNamespaceContext(new Namespaces(namespaces));
        compiler.setXPathVariableResolver(name -> outsides.get(name.getLocalPart()));
        return compiler.compile(path.substring(end + 1));
    }

    private record Namespaces(Map<String, String> all) implements NamespaceContext {

        @Override
        public String getNamespaceURI(String prefix) {
            return prefix.equals("xml") ? XMLConstants.XML_NS_URI : all.getOrDefault(prefix, "");
        }

        @Override
        public @Nullable String getPrefix(String uri) {
            return null;
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            return List.<String>of().iterator();
        }
    }

    private Node context(Value xml) throws SQLException {
        String all = TextFunctions.text(xml);
        Node root = document(text(xml)).getDocumentElement();
        if (all.isEmpty() || all.charAt(0) != MARK) {
            return root;
        }
        Node at = root;
        for (String step : all.substring(1, all.indexOf(MARK, 1)).split("/")) {
            if (step.startsWith("@")) {
                return at.getAttributes().getNamedItem(step.substring(1));
            }
            at = step.isEmpty() ? at : at.getChildNodes().item(Integer.parseInt(step));
        }
        return at;
    }

    private Document document(String xml) throws SQLException {
        Document known = documents.get(xml);
        if (known == null) {
            known = parsed(xml);
            documents.put(xml, known);
        }
        return known;
    }

    /** In an element around all of it, since XML may have several roots. */
    private Document parsed(String xml) throws SQLException {
        String text = xml.strip();
        boolean declared = text.startsWith("<?xml ") && text.contains("?>");
        String body = declared ? text.substring(text.indexOf("?>") + 2) : xml;
        String read = ROOT + body + "</x>";
        try {
            Document document = builder.parse(new InputSource(new StringReader(read)));
            if (document.getDocumentElement().getNextSibling() != null) {
                throw new SAXException("it ends too early");
            }
            strip(document.getDocumentElement());
            return document;
        } catch (SAXParseException e) {
            throw XmlRefusal.of(e, ROOT.length(), read, ROOT.length() + body.length());
        } catch (SAXException e) {
            throw XmlRefusal.of(xml);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Blanks alone say nothing between elements, unless {@code xml:space} keeps them. */
    private static void strip(Node node) {
        NamedNodeMap attributes = node.getAttributes();
        Node space = attributes == null ? null : attributes.getNamedItem("xml:space");
        if (space != null && space.getNodeValue().equals("preserve")) {
            return;
        }
        Node child = node.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child.getNodeType() == Node.TEXT_NODE && child.getNodeValue().isBlank()) {
                node.removeChild(child);
            } else {
                strip(child);
            }
            child = next;
        }
    }
}

package dev.palindrome.h2.function;

import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Writes XML as SQL Server does: an element with nothing in it in one tag, and quotes around attributes. */
final class XmlText {

    private XmlText() {}

    /** A node that is taken out of its XML, with the namespaces that hold there. */
    static void write(Node node, StringBuilder out) {
        Map<String, String> namespaces = new LinkedHashMap<>();
        for (Node at = node.getParentNode(); at != null; at = at.getParentNode()) {
            NamedNodeMap attributes = at.getAttributes();
            for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
                Attr attribute = (Attr) attributes.item(i);
                if (isNamespace(attribute)) {
                    namespaces.putIfAbsent(attribute.getName(), attribute.getValue());
                }
            }
        }
        if (node.getParentNode() != null && node.getParentNode().getNodeType() == Node.DOCUMENT_NODE) {
            children(node, out);
        } else {
            write(node, namespaces, out);
        }
    }

    private static boolean isNamespace(Attr attribute) {
        return attribute.getName().equals("xmlns") || attribute.getName().startsWith("xmlns:");
    }

    private static void write(Node node, Map<String, String> namespaces, StringBuilder out) {
        switch (node.getNodeType()) {
            case Node.ELEMENT_NODE -> element(node, namespaces, out);
            case Node.COMMENT_NODE ->
                out.append("<!--").append(node.getNodeValue()).append("-->");
            case Node.PROCESSING_INSTRUCTION_NODE ->
                out.append("<?")
                        .append(node.getNodeName())
                        .append(' ')
                        .append(node.getNodeValue())
                        .append("?>");
            default -> out.append(text(node.getNodeValue()));
        }
    }

    private static void element(Node element, Map<String, String> namespaces, StringBuilder out) {
        out.append('<').append(element.getNodeName());
        NamedNodeMap attributes = element.getAttributes();
        namespaces.forEach((name, uri) -> {
            if (attributes.getNamedItem(name) == null) {
                attribute(name, uri, out);
            }
        });
        for (int i = 0; i < attributes.getLength(); i++) {
            attribute(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue(), out);
        }
        if (element.getFirstChild() == null) {
            out.append("/>");
            return;
        }
        out.append('>');
        children(element, out);
        out.append("</").append(element.getNodeName()).append('>');
    }

    private static void children(Node node, StringBuilder out) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            write(child, Map.of(), out);
        }
    }

    private static void attribute(String name, String value, StringBuilder out) {
        out.append(' ').append(name).append("=\"").append(value(value)).append('"');
    }

    /** What stands between the quotes of an attribute. */
    static String value(String text) {
        return text(text).replace("\"", "&quot;").replace("\n", "&#x0A;").replace("\t", "&#x09;");
    }

    /** A row of FOR XML, with its attributes and what is in it as they are written. */
    static String row(String name, String attributes, String inside) {
        String open = "<" + name + attributes;
        return inside.isEmpty() ? open + "/>" : open + ">" + inside + "</" + name + ">";
    }

    /** As FOR XML writes it. */
    static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\r", "&#x0D;");
    }
}

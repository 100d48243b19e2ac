package dev.palindrome.h2.function;

import dev.palindrome.h2.procedures.object.TsqlError;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import org.xml.sax.SAXParseException;

/**
 * Why a text is no XML, with SQL Server's number and in its words. The JDK's parser says it in sentences alone; those are looked
 * at in English, and never shown, since they hold names and values of the text. Numbers and words are those of Microsoft's list;
 * which sentence of the parser's is which of them is an approximation, as line and character are: SQL Server's parser stops
 * elsewhere in some texts. What is none of them is error 9400 in words of ours.
 *
 * @see <a
 *     href="https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors-9000-to-9999">Errors
 *     9000 to 9999</a>
 * @see <a
 *     href="https://learn.microsoft.com/sql/relational-databases/errors-events/database-engine-events-and-errors-6000-to-6999">Errors
 *     6000 to 6999</a>
 */
enum XmlRefusal {
    END(9400, "unexpected end of input", "XML document structures must start and end within the same entity"),
    WHITESPACE(9410, "whitespace expected"),
    SEMICOLON(9411, "semicolon expected", "must end with the ';' delimiter"),
    QUOTE(9413, "A string literal was expected", "Open quote is expected"),
    EQUAL(9414, "equal expected", "must be followed by the ' = ' character"),
    LESS_THAN(9415, "well formed check: no '<' in attribute value", "must not contain the '<' character"),
    HEXADECIMAL(9416, "hexadecimal digit expected", "A hexadecimal representation must"),
    DECIMAL(9417, "decimal digit expected", "A decimal representation must"),
    CHARACTER(9420, "illegal xml character", "nvalid XML character"),
    NAME(9421, "illegal name character", "The entity name must immediately follow the '&'"),
    COMMENT(9424, "incorrect comment syntax", "is not permitted within comments"),
    END_TAG(9436, "end tag does not match start tag", "must be terminated by the matching end-tag"),
    ATTRIBUTE(9437, "duplicate attribute", "was already specified"),
    DECLARATION(9438, "text/xmldecl not at the beginning of input", "[xX][mM][lL]"),
    ENTITY(9448, "well formed check: undeclared entity", "was referenced, but not declared"),
    QUALIFIED_NAME(9455, "illegal qualified name character", "The content of elements must consist of"),
    NAMESPACE(9460, "non default namespace with empty uri", "Prefixed namespace bindings may not be empty"),
    SECTION_END(
            9454, "no ']]>' in element content", "must not appear in content unless used to mark the end of a CDATA"),
    PREFIX(9459, "undeclared prefix", "is not bound");

    private static final String DOCUMENT_TYPE = "<!DOCTYPE";

    private final int number;
    private final String words;
    private final String ofParser;

    XmlRefusal(int number, String words) {
        this(number, words, "");
    }

    XmlRefusal(int number, String words, String ofParser) {
        this.number = number;
        this.words = words;
        this.ofParser = ofParser;
    }

    /**
     * The error.
     *
     * @param e of the parser, which speaks English
     * @param before how much stands before the text in what the parser has read
     * @param read all of that
     * @param end where the text ends in it
     */
    static SQLException of(SAXParseException e, int before, String read, int end) {
        String said = String.valueOf(e.getMessage());
        int offset = offset(read, e.getLineNumber(), e.getColumnNumber());
        Optional<XmlRefusal> known = Arrays.stream(values())
                .filter(each -> !each.ofParser.isEmpty() && said.contains(each.ofParser))
                .findFirst();
        boolean openTag = said.contains("must be followed by either attribute specifications");
        boolean mayEnd = openTag
                || known.filter(each -> each == END_TAG || each == LESS_THAN).isPresent();
        if (mayEnd && offset > end) {
            known = Optional.of(END);
        } else if (openTag && isBehindAttribute(read, offset - 1)) {
            known = Optional.of(WHITESPACE);
        }
        int character = e.getColumnNumber() - (e.getLineNumber() == 1 ? before : 0);
        return TsqlError.of(
                known.map(each -> each.number).orElse(END.number),
                "XML parsing: line %d, character %d, %s."
                        .formatted(
                                e.getLineNumber(),
                                Math.max(1, character),
                                known.map(each -> each.words).orElse("the text is not well formed")));
    }

    /** What the parser refuses without saying where: a document type, within the element that stands around the text. */
    static SQLException of(String text) {
        return text.contains(DOCUMENT_TYPE)
                ? TsqlError.of(
                        6359,
                        "Parsing XML with internal subset DTDs not allowed."
                                + " Use CONVERT with style option 2 to enable limited internal subset DTD support.")
                : TsqlError.of(END.number, "XML parsing: the text is not well formed.");
    }

    private static boolean isBehindAttribute(String read, int at) {
        char last = at > 0 && at <= read.length() ? read.charAt(at - 1) : ' ';
        return last == '\'' || last == '"';
    }

    /** Lines end in a line feed, with or without a carriage return. */
    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + column;
    }
}

package dev.palindrome.tsql.xml;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.List;

/**
 * CREATE, ALTER and DROP XML SCHEMA COLLECTION: kept as text, against which no value is held (Microsoft:
 * create-xml-schema-collection-transact-sql).
 */
public final class XmlSchemaCollections {

    private XmlSchemaCollections() {}

    /** Whether one follows a verb. */
    public static boolean isNext(TokenReader reader) {
        return reader.sees("XML", "SCHEMA", "COLLECTION");
    }

    /** From behind {@code CREATE}. */
    public static List<String> create(TokenReader reader) {
        return List.of(withText(reader, "create", "AS"));
    }

    /** From behind {@code ALTER}. */
    public static List<String> alter(TokenReader reader) {
        return List.of(withText(reader, "add", "ADD"));
    }

    private static String withText(TokenReader reader, String action, String word) {
        ObjectName name = name(reader);
        reader.require(word);
        Token text = reader.peek();
        if (text.kind() == Token.Kind.VARIABLE) {
            throw new UntranslatableException("schemas in a variable");
        }
        if (text.kind() != Token.Kind.STRING) {
            throw reader.syntax();
        }
        reader.next();
        reader.expectEndOfSyntax();
        if (!text.value().strip().startsWith("<")) {
            throw UntranslatableException.refused(2378, text, "it begins with no element of XML");
        }
        return call(action, name, SqlLiteral.h2(text.value()));
    }

    private static ObjectName name(TokenReader reader) {
        reader.expect("XML", "SCHEMA", "COLLECTION");
        return reader.objectName();
    }

    private static String call(String action, ObjectName name, String text) {
        return ProcedureCall.of("xml_schema_collection", SqlLiteral.h2(action), name.arguments(), text);
    }

    /** From behind {@code DROP}. */
    public static List<String> drop(TokenReader reader) {
        ObjectName name = name(reader);
        reader.expectEndOfSyntax();
        return List.of(call("drop", name, "NULL"));
    }
}

package dev.palindrome.tsql.declaration;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.List;
import java.util.Optional;

/** The collection of schemas behind the type XML. Its values are not held against it. */
public final class XmlCollection {

    private XmlCollection() {}

    /** Reads {@code (dbo.notes)}, {@code (DOCUMENT dbo.notes)}: gives {@code [dbo].[notes](DOCUMENT)}. */
    public static Optional<String> read(TsqlType type, TokenReader reader) {
        if (!type.declared().equals("xml") || !reader.acceptSymbol("(")) {
            return Optional.empty();
        }
        boolean document = reader.accept("DOCUMENT");
        if (!document) {
            reader.accept("CONTENT");
        }
        ObjectName collection = reader.objectName();
        reader.requireSymbol(")");
        String schema = collection.schema() == null ? "dbo" : collection.schema();
        return Optional.of(BracketedName.of(List.of(schema, collection.name())) + (document ? "(DOCUMENT)" : ""));
    }

    /** To be asked before something becomes of that type. */
    public static String required(String collection) {
        return ProcedureCall.of(
                "xml_schema_collection",
                "'require'",
                TokenReader.ofName(collection).objectName().arguments(),
                "NULL");
    }
}

package dev.palindrome.tsql.module;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.call.RecordedCall;
import java.util.List;
import java.util.stream.Collectors;

/** CREATE SYNONYM. */
public final class SynonymDefinition {

    /** Of server, database, schema and name. */
    private static final int PARTS = 4;

    private SynonymDefinition() {}

    /** From behind {@code SYNONYM}. What it stands for need not be there. */
    public static List<String> rewrite(TokenReader reader) {
        ObjectName name = reader.objectName();
        reader.require("FOR");
        List<String> parts = reader.nameParts();
        if (parts.size() > PARTS) {
            throw reader.unexpected();
        }
        reader.expectEndOfSyntax();
        String target = parts.stream()
                .map(part -> part.isEmpty() ? "" : BracketedName.of(part))
                .collect(Collectors.joining("."));
        return List.of(RecordedCall.of(
                "create_object", Kind.SYNONYM, name, Recorded.nothing().with(Fact.TARGET, target)));
    }
}

package dev.palindrome.tsql.rewrite;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.call.RecordedCall;
import dev.palindrome.tsql.flow.TemporaryTable;
import dev.palindrome.tsql.index.IndexOptions;
import dev.palindrome.tsql.index.StatisticsText;
import dev.palindrome.tsql.module.TriggerDrop;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** DROP of what H2 has, and of what it does not have. */
final class DropObject {

    private static final Set<String> KINDS = Set.of(
            "TABLE",
            "INDEX",
            "VIEW",
            "SEQUENCE",
            "SCHEMA",
            "PROCEDURE",
            "PROC",
            "FUNCTION",
            "SYNONYM",
            "STATISTICS",
            "TRIGGER");

    /** What nobody can have made here. */
    private static final Set<String> NEVER_THERE = Set.of("ASSEMBLY", "DEFAULT", "RULE");

    /** From behind {@code DROP}. */
    List<String> rewrite(TokenReader reader) {
        int start = reader.position();
        String kind = reader.next().upper();
        if (NEVER_THERE.contains(kind) && reader.accept("IF", "EXISTS")) {
            do {
                reader.objectName();
            } while (reader.acceptSymbol(","));
            reader.expectEndOfSyntax();
            return List.of();
        }
        if (!KINDS.contains(kind)) {
            reader.back(start);
            throw StatementRewriter.unknown("DROP", reader);
        }
        if (kind.equals("STATISTICS")) {
            return StatisticsText.drop(reader);
        }
        boolean ifExists = reader.accept("IF", "EXISTS");
        if (kind.equals("TRIGGER")) {
            return TriggerDrop.rewrite(reader, ifExists);
        }
        List<String> statements = new ArrayList<>();
        do {
            statements.add(one(kind, ifExists, reader));
        } while (reader.acceptSymbol(","));
        reader.expectEnd();
        return statements;
    }

    private static String one(String kind, boolean ifExists, TokenReader reader) {
        String whether = ifExists ? "IF EXISTS " : "";
        return switch (kind) {
            case "TABLE" -> {
                ObjectName table = reader.objectName();
                yield TemporaryTable.is(table)
                        ? TemporaryTable.drop(table, ifExists)
                        : ProcedureCall.of("drop_table", table.arguments(), ifExists ? "TRUE" : "FALSE");
            }
            case "INDEX" -> index(reader, ifExists);
            case "VIEW" -> ProcedureCall.of("drop_view", reader.objectName().arguments(), ifExists ? "TRUE" : "FALSE");
            case "SEQUENCE" -> "DROP SEQUENCE " + whether + reader.objectName().h2();
            case "SCHEMA" -> "DROP SCHEMA " + whether + QuotedName.of(reader.identifier()) + " RESTRICT";
            case "PROCEDURE", "PROC" -> RecordedCall.drop(Kind.PROCEDURE, reader.objectName(), ifExists);
            case "FUNCTION" -> RecordedCall.drop(Kind.FUNCTION, reader.objectName(), ifExists);
            default -> RecordedCall.drop(Kind.SYNONYM, reader.objectName(), ifExists);
        };
    }

    /** {@code name ON table}, or the older {@code table.name}. */
    private static String index(TokenReader reader, boolean ifExists) {
        List<String> parts = reader.nameParts();
        String name = parts.remove(parts.size() - 1);
        ObjectName table;
        if (parts.isEmpty()) {
            reader.require("ON");
            table = reader.objectName();
        } else {
            table = ObjectName.of(parts);
        }
        if (reader.accept("WITH")) {
            IndexOptions.ofDropping(reader);
        }
        return ProcedureCall.of("drop_index", table.arguments(), SqlLiteral.h2(name), ifExists ? "TRUE" : "FALSE");
    }
}

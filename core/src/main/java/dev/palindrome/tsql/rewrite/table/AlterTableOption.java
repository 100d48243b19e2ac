package dev.palindrome.tsql.rewrite.table;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.declaration.SystemVersioning;
import dev.palindrome.tsql.declaration.TableStorage;
import dev.palindrome.tsql.index.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What ALTER TABLE changes of a table and its columns that only SQL Server knows, and that is recorded. */
final class AlterTableOption {

    private static final String LOCK_ESCALATION = "LOCK_ESCALATION";

    private AlterTableOption() {}

    /** From behind the table's name; nothing if it is something else. */
    static Optional<List<String>> read(TokenReader reader, ObjectName table) {
        if (reader.accept("SET")) {
            return Optional.of(List.of(set(reader, table)));
        }
        if (reader.accept("REBUILD")) {
            return Optional.of(rebuild(reader, table));
        }
        if (reader.accept("ENABLE", "CHANGE_TRACKING")) {
            return Optional.of(List.of(fact(table, Fact.CHANGE_TRACKING, Optional.of(tracking(reader)))));
        }
        if (reader.accept("DISABLE", "CHANGE_TRACKING")) {
            return Optional.of(List.of(fact(table, Fact.CHANGE_TRACKING, Optional.empty())));
        }
        if (reader.peek().is("SWITCH", "SPLIT", "MERGE")) {
            throw new UntranslatableException("ALTER TABLE " + reader.peek().upper());
        }
        return Optional.empty();
    }

    private static String set(TokenReader reader, ObjectName table) {
        reader.requireSymbol("(");
        if (reader.accept("SYSTEM_VERSIONING")) {
            String call = SystemVersioning.read(reader)
                    .map(versioning -> versioning.call(table, false))
                    .orElseGet(() -> ProcedureCall.of("system_versioning_off", table.arguments()));
            reader.requireSymbol(")");
            return call;
        }
        if (!reader.sees(LOCK_ESCALATION)) {
            throw reader.peek().is("FILESTREAM_ON", "FILETABLE_DIRECTORY", "DATA_DELETION")
                    ? new UntranslatableException(
                            "a table with " + reader.peek().upper())
                    : reader.unexpected();
        }
        reader.next();
        reader.requireSymbol("=");
        String how = reader.peek().upper();
        reader.require("AUTO", "TABLE", "DISABLE");
        reader.requireSymbol(")");
        return fact(table, Fact.LOCK_ESCALATION, Optional.of(how).filter(known -> !known.equals("TABLE")));
    }

    private static List<String> rebuild(TokenReader reader, ObjectName table) {
        if (reader.accept("PARTITION")) {
            reader.requireSymbol("=");
            if (!reader.accept("ALL")) {
                throw new UntranslatableException("the rebuild of a partition");
            }
        }
        List<String> statements = new ArrayList<>();
        if (reader.accept("WITH")) {
            reader.requireSymbol("(");
            do {
                if (reader.accept("DATA_COMPRESSION")) {
                    statements.add(fact(table, Fact.COMPRESSION, TableStorage.compression(reader)));
                } else {
                    IndexOptions.option(reader);
                }
            } while (reader.acceptSymbol(","));
            reader.requireSymbol(")");
        }
        return statements;
    }

    private static String tracking(TokenReader reader) {
        if (!reader.accept("WITH")) {
            return "(ON)";
        }
        reader.requireSymbol("(");
        reader.require("TRACK_COLUMNS_UPDATED");
        reader.requireSymbol("=");
        boolean columns = reader.sees("ON");
        reader.require("ON", "OFF");
        reader.requireSymbol(")");
        return columns ? "(ON, TRACK_COLUMNS_UPDATED = ON)" : "(ON)";
    }

    static String fact(ObjectName table, Fact fact, Optional<String> value) {
        return ProcedureCall.of(
                "record_table", table.arguments(), SqlLiteral.h2(fact.name()), SqlLiteral.h2OrNull(value.orElse(null)));
    }

    /** {@code ADD SPARSE} and its like, behind the name of a column. */
    static String ofColumn(TokenReader reader, ObjectName table, String column) {
        boolean add = reader.accept("ADD");
        if (!add) {
            reader.expect("DROP");
        }
        Fact fact = columnFact(reader);
        if (fact == Fact.HIDDEN) {
            return ProcedureCall.of("hide_column", table.arguments(), SqlLiteral.h2(column), add ? "TRUE" : "FALSE");
        }
        String value = !add ? null : fact == Fact.MASKED ? ColumnReader.mask(reader) : "yes";
        return columnFact(table, column, fact, Optional.ofNullable(value));
    }

    private static Fact columnFact(TokenReader reader) {
        if (reader.accept("NOT", "FOR", "REPLICATION")) {
            return Fact.IDENTITY_NOT_FOR_REPLICATION;
        }
        Fact fact = switch (reader.peek().upper()) {
            case "SPARSE" -> Fact.SPARSE;
            case "ROWGUIDCOL" -> Fact.ROWGUIDCOL;
            case "PERSISTED" -> Fact.PERSISTED;
            case "MASKED" -> Fact.MASKED;
            case "HIDDEN" -> Fact.HIDDEN;
            default -> throw reader.syntax();
        };
        reader.next();
        return fact;
    }

    static String columnFact(ObjectName table, String column, Fact fact, Optional<String> value) {
        return ProcedureCall.of(
                "record_column",
                table.arguments(),
                SqlLiteral.h2(column),
                SqlLiteral.h2(fact.name()),
                SqlLiteral.h2OrNull(value.orElse(null)));
    }
}

package dev.palindrome.tsql.xml;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.declaration.DataSpace;
import dev.palindrome.tsql.index.IndexOptions;
import dev.palindrome.tsql.index.KeyColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Indexes of XML, JSON, vectors and shapes, which H2 has not: their facts have the form of properties (Microsoft:
 * create-xml-index-transact-sql, create-spatial-index-transact-sql, create-json-index-transact-sql,
 * create-vector-index-transact-sql).
 */
public final class SpecialIndexText {

    private final TokenReader reader;
    private final String kind;
    private final boolean primary;
    private boolean dropExisting;

    private SpecialIndexText(TokenReader reader, String kind, boolean primary) {
        this.reader = reader;
        this.kind = kind;
        this.primary = primary;
    }

    /** Whether one follows {@code CREATE}. */
    public static boolean isNext(TokenReader reader) {
        return reader.sees("PRIMARY", "XML")
                || reader.sees("SELECTIVE", "XML")
                || reader.peek().is("XML", "SPATIAL", "JSON", "VECTOR")
                        && reader.peek(1).is("INDEX");
    }

    /** From behind {@code CREATE}. */
    public static List<String> create(TokenReader reader) {
        if (reader.sees("SELECTIVE")) {
            throw new UntranslatableException("a selective XML index");
        }
        boolean primary = reader.accept("PRIMARY");
        String kind = reader.next().upper();
        return new SpecialIndexText(reader, kind, primary).create();
    }

    private List<String> create() {
        reader.require("INDEX");
        String name = reader.identifier();
        reader.require("ON");
        ObjectName table = reader.objectName();
        Recorded recorded = Recorded.nothing()
                .with(Fact.NAME, name)
                .with(Fact.INDEX_KIND, kind)
                .with(Fact.COLUMNS, "(" + KeyColumn.tsql(column()) + ")");
        recorded = switch (kind) {
            case "XML" -> xml(recorded);
            case "SPATIAL" -> spatial(recorded);
            case "JSON" -> json(recorded);
            default -> vector(recorded);
        };
        reader.expectEndOfSyntax();
        List<String> rules = new ArrayList<>(DataSpace.required(recorded, table, null));
        rules.add(ProcedureCall.of("require_free_index", table.arguments(), SqlLiteral.h2(name)));
        String make = ProcedureCall.of(
                "record_part", table.arguments(), "'INDEX'", SqlLiteral.h2(name), SqlLiteral.h2(recorded.text()));
        if (dropExisting) {
            rules.add(make);
            return List.of(
                    ProcedureCall.running("replace_index", List.of(table.arguments(), SqlLiteral.h2(name)), rules));
        }
        return ProcedureCall.behind(rules, List.of(make));
    }

    private List<KeyColumn> column() {
        List<KeyColumn> columns = KeyColumn.names(reader);
        if (columns.size() > 1) {
            throw reader.syntax();
        }
        return columns;
    }

    private Recorded xml(Recorded recorded) {
        String details = "(PRIMARY)";
        if (!primary) {
            reader.require("USING");
            reader.require("XML");
            reader.require("INDEX");
            String using = KeyColumn.tsql(List.of(new KeyColumn(reader.identifier(), false)));
            if (!reader.sees("FOR") || reader.peek(1).isSymbol("(")) {
                throw new UntranslatableException("an index of a selective XML index");
            }
            reader.next();
            String use = reader.peek().upper();
            reader.require("VALUE", "PATH", "PROPERTY");
            details = "(USING " + using + " FOR " + use + ")";
        }
        return with(IndexOptions.read(reader), recorded.with(Fact.DETAILS, details));
    }

    /** In the form that properties of a schema have. */
    private Recorded with(IndexOptions options, Recorded recorded) {
        dropExisting = options.dropExisting();
        Recorded all = options.into(recorded);
        return all.get(Fact.OPTIONS)
                .map(known -> all.with(Fact.OPTIONS, "(" + known + ")"))
                .orElse(all);
    }

    private Recorded spatial(Recorded recorded) {
        String using = "";
        if (reader.accept("USING")) {
            using = reader.peek().upper();
            reader.require("GEOMETRY_GRID", "GEOMETRY_AUTO_GRID", "GEOGRAPHY_GRID", "GEOGRAPHY_AUTO_GRID");
        }
        IndexOptions.Extra extra = SpatialIndexText.options();
        IndexOptions options = IndexOptions.read(reader, extra);
        return with(options, recorded.with(Fact.DETAILS, SpatialIndexText.details(using, extra)));
    }

    private Recorded json(Recorded recorded) {
        String paths = "$";
        if (reader.accept("FOR")) {
            reader.requireSymbol("(");
            Set<String> all = new TreeSet<>();
            do {
                all.add(text());
            } while (reader.acceptSymbol(","));
            reader.requireSymbol(")");
            paths = String.join(", ", all);
        }
        IndexOptions.Extra extra = new IndexOptions.Extra("OPTIMIZE_FOR_ARRAY_SEARCH");
        IndexOptions options = IndexOptions.read(reader, extra);
        boolean arrays = extra.text("OPTIMIZE_FOR_ARRAY_SEARCH").equalsIgnoreCase("ON");
        return with(
                options,
                recorded.with(
                        Fact.DETAILS, "(FOR " + paths + (arrays ? ", OPTIMIZE_FOR_ARRAY_SEARCH = ON" : "") + ")"));
    }

    private Recorded vector(Recorded recorded) {
        IndexOptions.Extra extra = new IndexOptions.Extra("METRIC", "TYPE");
        IndexOptions options = IndexOptions.read(reader, extra);
        String metric = extra.text("METRIC").toUpperCase(Locale.ROOT);
        if (!List.of("COSINE", "EUCLIDEAN", "DOT").contains(metric)) {
            throw UntranslatableException.refused(42210, "a vector index has METRIC = 'cosine', 'euclidean' or 'dot'");
        }
        String type =
                extra.text("TYPE").isEmpty() ? "DISKANN" : extra.text("TYPE").toUpperCase(Locale.ROOT);
        return with(options, recorded.with(Fact.DETAILS, "(METRIC = " + metric + ", TYPE = " + type + ")"));
    }

    private String text() {
        if (reader.peek().kind() != Token.Kind.STRING) {
            throw reader.syntax();
        }
        return reader.next().value();
    }
}

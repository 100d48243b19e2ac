package dev.palindrome.tsql.fulltext;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A full-text index: there is one of a table at most. */
final class FullTextIndexText {

    private final TokenReader reader;
    private String tracking = "AUTO";
    private String stoplist = "SYSTEM";
    private String properties = "";

    FullTextIndexText(TokenReader reader) {
        this.reader = reader;
    }

    static String call(String action, ObjectName table, String... more) {
        List<String> all = new ArrayList<>(List.of(SqlLiteral.h2(action), table.arguments()));
        for (String argument : more) {
            all.add(SqlLiteral.h2(argument));
        }
        return ProcedureCall.of("full_text", all.toArray(String[]::new));
    }

    /** From behind {@code CREATE FULLTEXT INDEX}. */
    List<String> create() {
        reader.require("ON");
        ObjectName table = reader.objectName();
        List<String> columns = reader.seesSymbol("(") ? columns() : List.of();
        reader.require("KEY");
        reader.require("INDEX");
        String key = reader.identifier();
        String catalog = "";
        String group = "";
        if (reader.accept("ON")) {
            boolean parenthesis = reader.acceptSymbol("(");
            do {
                if (reader.accept("FILEGROUP")) {
                    group = reader.identifier();
                } else {
                    catalog = reader.identifier();
                }
            } while (parenthesis && reader.acceptSymbol(","));
            if (parenthesis) {
                reader.requireSymbol(")");
            }
        }
        if (reader.accept("WITH")) {
            options();
        }
        String details = ", CHANGE_TRACKING = " + tracking + ", STOPLIST = " + stoplist + properties
                + (group.isEmpty() ? "" : ", FILEGROUP " + BracketedName.of(group));
        List<String> arguments = new ArrayList<>(List.of(key, catalog, details));
        arguments.addAll(columns);
        return List.of(call("create index", table, arguments.toArray(String[]::new)));
    }

    /** Each as the catalogue tells it: {@code [text] TYPE COLUMN [ending] 1033 STATISTICAL_SEMANTICS}. */
    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        reader.requireSymbol("(");
        do {
            String name = reader.identifier();
            if (!seen.add(name.toLowerCase(Locale.ROOT))) {
                throw UntranslatableException.refused(7672, name + " stands twice in it");
            }
            String type =
                    reader.accept("TYPE", "COLUMN") ? " TYPE COLUMN " + BracketedName.of(reader.identifier()) : "";
            String language = reader.accept("LANGUAGE") ? FullTextLanguage.read(reader) : FullTextLanguage.USUAL;
            boolean semantics = reader.accept("STATISTICAL_SEMANTICS");
            columns.add(BracketedName.of(name) + type + " " + language + (semantics ? " STATISTICAL_SEMANTICS" : ""));
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        return columns;
    }

    private void options() {
        boolean parenthesis = reader.acceptSymbol("(");
        boolean noPopulation = false;
        do {
            if (reader.accept("NO", "POPULATION")) {
                noPopulation = true;
            } else if (reader.accept("CHANGE_TRACKING")) {
                tracking = tracking();
            } else if (reader.accept("STOPLIST")) {
                reader.acceptSymbol("=");
                stoplist = stoplist();
            } else if (reader.accept("SEARCH", "PROPERTY", "LIST")) {
                reader.acceptSymbol("=");
                properties = ", SEARCH PROPERTY LIST = " + BracketedName.of(reader.identifier());
            } else {
                throw reader.syntax();
            }
        } while (reader.acceptSymbol(","));
        if (parenthesis) {
            reader.requireSymbol(")");
        }
        if (noPopulation && !tracking.equals("OFF")) {
            throw UntranslatableException.refused(7663, "NO POPULATION goes with CHANGE_TRACKING OFF alone");
        }
    }

    private String tracking() {
        reader.acceptSymbol("=");
        String how = reader.peek().upper();
        reader.require("MANUAL", "AUTO", "OFF");
        return how;
    }

    private String stoplist() {
        if (reader.accept("OFF")) {
            return "OFF";
        }
        return reader.accept("SYSTEM") ? "SYSTEM" : BracketedName.of(reader.identifier());
    }

    /** From behind {@code ALTER FULLTEXT INDEX}. */
    List<String> alter() {
        reader.require("ON");
        ObjectName table = reader.objectName();
        if (reader.accept("ENABLE")) {
            return List.of(call("enable index", table));
        }
        if (reader.accept("DISABLE")) {
            return List.of(call("disable index", table));
        }
        Optional<String> change = change(table);
        return List.of(change.orElseGet(() -> call("require index", table)));
    }

    private Optional<String> change(ObjectName table) {
        if (reader.accept("SET", "CHANGE_TRACKING")) {
            return Optional.of(call("set index", table, "CHANGE_TRACKING", tracking()));
        }
        if (reader.accept("SET", "STOPLIST")) {
            reader.acceptSymbol("=");
            return withoutPopulation(call("set index", table, "STOPLIST", stoplist()));
        }
        if (reader.accept("ADD")) {
            return withoutPopulation(call("add to index", table, columns().toArray(String[]::new)));
        }
        if (reader.accept("DROP")) {
            List<String> names = new ArrayList<>();
            reader.requireSymbol("(");
            do {
                names.add(reader.identifier());
            } while (reader.acceptSymbol(","));
            reader.requireSymbol(")");
            return withoutPopulation(call("drop from index", table, names.toArray(String[]::new)));
        }
        if (reader.sees("SET") || reader.sees("ALTER")) {
            throw new UntranslatableException("ALTER FULLTEXT INDEX … "
                    + reader.peek().upper() + " " + reader.peek(1).upper());
        }
        if (reader.accept("START")) {
            reader.require("FULL", "INCREMENTAL", "UPDATE");
        } else {
            reader.require("STOP", "PAUSE", "RESUME");
        }
        reader.require("POPULATION");
        return Optional.empty();
    }

    private Optional<String> withoutPopulation(String call) {
        if (reader.accept("WITH")) {
            reader.require("NO");
            reader.require("POPULATION");
        }
        return Optional.of(call);
    }
}

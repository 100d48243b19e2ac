package dev.palindrome.roundtrip.script;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.Table;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns and tables that a script fills with what it finds elsewhere. Says too much rather than too little. Names are
 * without schema.
 *
 * @param isKnown whether the script fills no others
 * @param columns each with its table in front of it
 * @param columnsOfAnyTable columns whose table is not told
 * @param tables that get rows
 * @param renamed old and new names of what gets another name, and names of what gets into another schema
 */
record FilledPlaces(
        boolean isKnown, Set<String> columns, Set<String> columnsOfAnyTable, Set<String> tables, Set<String> renamed) {

    /** Stands behind the last assignment of an UPDATE that may fill some rows only. */
    private static final String[] SOME_ROWS = {"FROM", "WHERE"};

    /** Further clauses of an UPDATE, and what an INSERT may take its rows from. */
    private static final String[] AFTER_ASSIGNMENT = {
        ",", "FROM", "WHERE", "OUTPUT", "OPTION", "WHEN", "EXEC", "EXECUTE", "WITH"
    };

    static FilledPlaces of(ScriptWords words) {
        FilledPlaces places = new FilledPlaces(words.isKnown(), names(), names(), names(), names());
        words.texts().forEach(places::read);
        return places;
    }

    private static Set<String> names() {
        return new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    }

    boolean has(Table table, Column column) {
        return !isKnown
                || renamed.contains(column.name())
                || columnsOfAnyTable.contains(column.name())
                || columns.contains(key(table.name(), column.name()));
    }

    boolean has(Table table) {
        return !isKnown || renamed.contains(table.name()) || tables.contains(table.name());
    }

    boolean isNone() {
        return isKnown && columns.isEmpty() && columnsOfAnyTable.isEmpty() && tables.isEmpty() && renamed.isEmpty();
    }

    private static String key(String table, String column) {
        return table.toLowerCase(Locale.ROOT) + '\n' + column.toLowerCase(Locale.ROOT);
    }

    private void read(List<Token> text) {
        Map<String, Set<String>> tablesBehindAliases = new HashMap<>();
        for (int i = 0; i < text.size(); i++) {
            TokenReader behind = new TokenReader(text.subList(i + 1, text.size()));
            if (ScriptWords.isVerb(text, i, "UPDATE")) {
                update(text, behind, tablesBehindAliases);
            } else if (ScriptWords.isVerb(text, i, "INSERT", "MERGE")) {
                insert(text, i, behind);
            } else if (text.get(i).is("INTO") && i > 0 && !text.get(i - 1).is("INSERT", "MERGE")) {
                behind.lastNamePart().ifPresent(tables::add);
            } else if (ScriptWords.isRename(text.get(i))) {
                rename(behind);
            } else if (text.get(i).is("TRANSFER")) {
                transfer(behind);
            }
        }
    }

    private void update(List<Token> text, TokenReader behind, Map<String, Set<String>> known) {
        Optional<String> target = behind.sees("SET") ? Optional.empty() : ScriptWords.target(behind);
        if (behind.accept("WITH") && behind.acceptSymbol("(")) {
            behind.until();
            behind.acceptSymbol(")");
        }
        if (!behind.accept("SET")) {
            return;
        }
        Set<String> assigned = names();
        Set<String> taken = names();
        do {
            if (behind.peek().kind() == Token.Kind.VARIABLE) {
                behind.next();
                behind.next();
            }
            Optional<String> column = behind.lastNamePart();
            List<Token> value = behind.untilNextStatement(AFTER_ASSIGNMENT);
            column.ifPresent(assigned::add);
            column.filter(name -> value.stream().anyMatch(FilledPlaces::isTaken))
                    .ifPresent(taken::add);
        } while (behind.acceptSymbol(","));
        Set<String> filled = behind.peek().is(SOME_ROWS) || target.isEmpty() ? assigned : taken;
        if (target.isEmpty()) {
            columnsOfAnyTable.addAll(filled);
            return;
        }
        for (String table : known.computeIfAbsent(target.get(), name -> tables(text, name))) {
            filled.forEach(column -> columns.add(key(table, column)));
        }
    }

    /** A name of something, and not NULL. */
    private static boolean isTaken(Token token) {
        return token.kind() == Token.Kind.VARIABLE || token.isName() && !token.is("NULL", "DEFAULT");
    }

    /** What is updated may be an alias, which stands behind the name of a table. */
    private static Set<String> tables(List<Token> text, String target) {
        Set<String> tables = names();
        tables.add(target);
        for (int i = 1; i < text.size(); i++) {
            if (text.get(i).isName() && text.get(i).value().equalsIgnoreCase(target)) {
                Token before = text.get(text.get(i - 1).is("AS") && i > 1 ? i - 2 : i - 1);
                if (before.isName()) {
                    tables.add(before.value());
                }
            }
        }
        return tables;
    }

    private void insert(List<Token> text, int at, TokenReader behind) {
        Optional<String> target = ScriptWords.target(behind);
        boolean merge = text.get(at).is("MERGE");
        boolean taken = merge || behind.untilNextStatement().stream().anyMatch(FilledPlaces::isFromElsewhere);
        target.filter(name -> taken).ifPresent(tables::add);
    }

    /** A variable may hold what was read before. */
    private static boolean isFromElsewhere(Token token) {
        return token.is("SELECT", "EXEC", "EXECUTE") || token.kind() == Token.Kind.VARIABLE;
    }

    /** Both the old name and the new one: which of them is which does not matter. */
    private void rename(TokenReader behind) {
        for (Token token = behind.next(); isArgument(token); token = behind.next()) {
            if (token.kind() == Token.Kind.STRING) {
                renamed.addAll(ScriptWords.partsOf(token));
            }
        }
    }

    /** A table keeps its rows in another schema. */
    private void transfer(TokenReader behind) {
        if (behind.peek(1).isSymbol("::")) {
            behind.next();
            behind.next();
        }
        behind.lastNamePart().ifPresent(renamed::add);
    }

    private static boolean isArgument(Token token) {
        return token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.VARIABLE
                || token.isSymbol(",")
                || token.isSymbol("=");
    }
}

package dev.palindrome.tsql.declaration;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.ObjectName;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where rows are kept, behind ON and its like: a file group, or a partition scheme with the column that it parts by. To H2
 * it means nothing, and on SQL Server it must be there.
 */
public final class DataSpace {

    /** The file group that every database has. */
    public static final String PRIMARY = "[PRIMARY]";

    private DataSpace() {}

    /** Reads {@code [data]}, {@code months(month)}: gives {@code [data]}, {@code [months]([month])}. */
    public static String read(TokenReader reader) {
        String name = name(reader);
        if (!reader.acceptSymbol("(")) {
            return isUsual(name) ? PRIMARY : BracketedName.of(name);
        }
        List<String> columns = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        do {
            Token token = reader.peek();
            columns.add(reader.identifier());
            if (!seen.add(token.value().toLowerCase(Locale.ROOT))) {
                throw UntranslatableException.refused(2703, token, token.value() + " stands twice in it");
            }
        } while (reader.acceptSymbol(","));
        reader.requireSymbol(")");
        if (columns.size() > 1) {
            throw UntranslatableException.refused(2726, "a partition function has one column");
        }
        return BracketedName.of(name) + "(" + BracketedName.of(columns.get(0)) + ")";
    }

    /** Reads the name of a file group, in brackets; nothing for the one that is meant without it. */
    public static Optional<String> fileGroup(TokenReader reader) {
        String name = name(reader);
        return isUsual(name) ? Optional.empty() : Optional.of(BracketedName.of(name));
    }

    private static String name(TokenReader reader) {
        return reader.peek().kind() == Token.Kind.STRING ? reader.next().value() : reader.identifier();
    }

    private static boolean isUsual(String name) {
        return name.equalsIgnoreCase("PRIMARY") || name.equalsIgnoreCase("default");
    }

    /** The column by which a partition scheme parts; nothing for a file group. */
    public static Optional<String> column(String place) {
        TokenReader reader = TokenReader.ofName(place);
        reader.identifier();
        return reader.acceptSymbol("(") ? Optional.of(reader.identifier()) : Optional.empty();
    }

    /**
     * To be asked before the statement that makes what is recorded so.
     *
     * @param types of the columns that the statement makes, empty for what only the database knows; null if it makes none
     */
    public static List<String> required(Recorded recorded, ObjectName table, @Nullable Function<String, String> types) {
        List<String> places = new ArrayList<>();
        recorded.get(Fact.DATA_SPACE).ifPresent(places::add);
        recorded.get(Fact.TEXTIMAGE_ON).ifPresent(places::add);
        return places.stream()
                .filter(place -> !place.equals(PRIMARY))
                .distinct()
                .map(place -> required(place, table, types))
                .toList();
    }

    private static String required(String place, ObjectName table, @Nullable Function<String, String> types) {
        String name = SqlLiteral.h2(TokenReader.ofName(place).identifier());
        return column(place)
                .map(column -> ProcedureCall.of(
                        "require_partition_scheme",
                        table.arguments(),
                        name,
                        SqlLiteral.h2(column),
                        SqlLiteral.h2OrNull(types == null ? null : types.apply(column))))
                .orElseGet(() -> ProcedureCall.of("require_file_group", name));
    }

    /** Fails if a unique key leaves out the column by which its rows are parted. */
    public static void requireInKey(String place, String index, List<String> key) {
        column(place)
                .filter(column -> key.stream().noneMatch(column::equalsIgnoreCase))
                .ifPresent(column -> {
                    throw UntranslatableException.refused(
                            1908, column + ", by which " + index + " is parted, belongs into a unique key");
                });
    }
}

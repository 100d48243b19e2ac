package dev.palindrome.h2.administration;

import dev.palindrome.h2.definition.H2Identifiers;
import dev.palindrome.h2.definition.H2Literal;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.NamedValues;
import dev.palindrome.tsql.NamedValues.NamedValue;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.Token;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known about the database as a whole: a record in a constant of the front's schema. */
final class DatabaseRecord {

    private static final String CONSTANT = "\"palindrome\".\"database:\"";

    private static final String DEFINITION = "SELECT DB_OBJECT_SQL('CONSTANT', 'palindrome', 'database:')";

    /** What is not told by SQL Server's catalogue questions, since it is so where nobody says otherwise. */
    private static final Map<String, String> USUAL = Map.of(
            "RECOVERY", "FULL",
            "AUTO_CREATE_STATISTICS", "ON",
            "AUTO_UPDATE_STATISTICS", "ON",
            "CURSOR_DEFAULT", "GLOBAL",
            "PARAMETERIZATION", "SIMPLE",
            "CONTAINMENT", "NONE");

    /** Of the version that the embedded engine answers as, SQL Server 2022. */
    private static final String USUAL_LEVEL = "160";

    private final Connection connection;

    DatabaseRecord(Connection connection) {
        this.connection = connection;
    }

    Recorded read() throws SQLException {
        return SqlRunner.on(connection)
                .query(DEFINITION)
                .first(row -> Optional.ofNullable(row.getString(1)))
                .flatMap(found -> found)
                .map(DatabaseRecord::recorded)
                .orElse(Recorded.nothing());
    }

    private static Recorded recorded(String statement) {
        List<Token> tokens = Lexer.tokens(H2Identifiers.plain(statement), 1);
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is("VALUE")) {
                return Recorded.parse(H2Literal.at(tokens, i + 1));
            }
        }
        return Recorded.nothing();
    }

    void write(Recorded recorded) throws SQLException {
        SqlRunner sql = SqlRunner.on(connection);
        sql.run("DROP CONSTANT IF EXISTS " + CONSTANT);
        if (!recorded.facts().isEmpty()) {
            sql.run("CREATE CONSTANT " + CONSTANT + " VALUE " + SqlLiteral.h2(recorded.text()));
        }
    }

    /** Whether this database is meant: by its own name, or by that of one whose part it plays. */
    boolean isCalled(String name) throws SQLException {
        boolean own = connection.getCatalog().equalsIgnoreCase(name);
        return own || names(read()).find(List.of(name)).isPresent();
    }

    private static NamedValues names(Recorded recorded) {
        return NamedValues.parse(recorded.get(Fact.DATABASE_NAMES));
    }

    /** CREATE DATABASE. */
    void create(String name) throws SQLException {
        if (isCalled(name)) {
            throw TsqlError.of(1801, "Database '" + name + "' already exists. Choose a different database name.");
        }
        Recorded recorded = read();
        if (!names(recorded).all().isEmpty()) {
            throw TsqlError.needsSqlServer("A second database, '" + name + "'.");
        }
        write(with(recorded, new NamedValues(List.of(new NamedValue(List.of(name), Optional.empty())))));
    }

    /** DROP DATABASE: only the name goes. */
    void drop(String name, boolean ifExists) throws SQLException {
        Recorded recorded = read();
        if (names(recorded).find(List.of(name)).isPresent()) {
            write(with(recorded, names(recorded).without(List.of(name))));
        } else if (isCalled(name)) {
            throw TsqlError.of(3702, "Cannot drop database \"" + name + "\" because it is currently in use.");
        } else if (!ifExists) {
            throw TsqlError.of(
                    3701,
                    "Cannot drop the database '" + name
                            + "', because it does not exist or you do not have permission.");
        }
    }

    private static Recorded with(Recorded recorded, NamedValues names) {
        return names.all().isEmpty()
                ? recorded.without(Fact.DATABASE_NAMES)
                : recorded.with(Fact.DATABASE_NAMES, names.text());
    }

    /** ALTER DATABASE … SET. */
    void set(String option, String value) throws SQLException {
        if (option.equals("OFFLINE")) {
            throw TsqlError.needsSqlServer("A database that is offline.");
        }
        Recorded recorded = read();
        if (option.equals("COMPATIBILITY_LEVEL")) {
            boolean usual = value.equals(USUAL_LEVEL);
            write(usual ? recorded.without(Fact.COMPATIBILITY_LEVEL) : recorded.with(Fact.COMPATIBILITY_LEVEL, value));
            return;
        }
        Map<String, String> options = options(recorded);
        if (value.equals(USUAL.getOrDefault(option, "OFF"))) {
            options.remove(option);
        } else {
            options.put(option, value);
        }
        String text = options.entrySet().stream()
                .map(known -> known.getKey() + " = " + known.getValue())
                .collect(Collectors.joining(", "));
        write(text.isEmpty() ? recorded.without(Fact.OPTIONS) : recorded.with(Fact.OPTIONS, "(" + text + ")"));
    }

    private static Map<String, String> options(Recorded recorded) {
        String text = recorded.get(Fact.OPTIONS).orElse("()");
        Map<String, String> options = new TreeMap<>();
        Stream.of(text.substring(1, text.length() - 1).split(", "))
                .map(option -> option.split(" = ", 2))
                .filter(option -> option.length == 2)
                .forEach(option -> options.put(option[0], option[1]));
        return options;
    }
}

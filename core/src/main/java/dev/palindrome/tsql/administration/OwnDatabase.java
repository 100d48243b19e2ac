package dev.palindrome.tsql.administration;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import dev.palindrome.tsql.SystemView;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.call.ProcedureCall;
import dev.palindrome.tsql.xml.XmlMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Under which names a script speaks of the database that it runs in: its own, and that of a {@code CREATE DATABASE}, whose
 * part this one plays. What they are is known only where the script runs; it is asked there before its first statement.
 */
public final class OwnDatabase {

    private static final VisibleLog LOG = VisibleLog.of(OwnDatabase.class);

    /** Nothing of a script's goes there but what makes databases and logins. */
    private static final String MASTER = "master";

    private static final Set<String> OF_THE_SERVER = Set.of(MASTER, "tempdb", "msdb", "model");

    /** Behind these the name of an object stands. */
    private static final String[] BEFORE_OBJECTS = {
        "FROM",
        "JOIN",
        "INTO",
        "UPDATE",
        "TABLE",
        "VIEW",
        "SEQUENCE",
        "REFERENCES",
        "EXEC",
        "EXECUTE",
        "USING",
        "MERGE",
        "DELETE",
        "INSERT",
        "IDENTITY_INSERT",
        "EXISTS",
        "STATISTICS"
    };

    private static final String[] MODULES = {"PROCEDURE", "PROC", "FUNCTION", "TRIGGER", "SYNONYM"};

    /** Names with several parts, and where they stand among the tokens. */
    private record Chain(int start, int end, List<String> parts) {

        String first() {
            return parts.get(0).toLowerCase(Locale.ROOT);
        }

        boolean mayNameDatabase() {
            return parts.size() > 2 && !OF_THE_SERVER.contains(first());
        }
    }

    private final String script;
    private final Map<String, Integer> asked = new LinkedHashMap<>();
    private final Set<String> created = new HashSet<>();
    private boolean inMaster;

    public OwnDatabase(String script) {
        this.script = script;
    }

    /** The same tokens without the names of this database before those of objects, and without tempdb's. */
    public List<Token> withoutItsName(List<Token> written) {
        if (isModule(written)) {
            return written;
        }
        List<Token> batch = withoutTempdb(written);
        List<Chain> chains = chains(batch);
        if (chains.isEmpty()) {
            return batch;
        }
        chains.stream().filter(chain -> isObject(batch, chain)).forEach(chain -> {
            if (!created.contains(chain.first())) {
                asked.putIfAbsent(chain.first(), batch.get(chain.start()).line());
            }
        });
        List<Token> tokens = new ArrayList<>();
        int done = 0;
        for (Chain chain : chains) {
            if (asked.containsKey(chain.first()) || created.contains(chain.first())) {
                tokens.addAll(batch.subList(done, chain.start()));
                done = chain.start() + (chain.parts().get(1).isEmpty() ? 3 : 2);
                tokens.add(batch.get(done++).inThePlaceOf(batch.get(chain.start())));
            }
        }
        tokens.addAll(batch.subList(done, batch.size()));
        return tokens;
    }

    /** {@code tempdb..#t} is {@code #t} wherever it stands. */
    private static List<Token> withoutTempdb(List<Token> batch) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            Token token = batch.get(i);
            int table = token.isName() && token.value().equalsIgnoreCase("tempdb") ? temporary(batch, i) : i;
            tokens.add(table == i ? token : batch.get(table).inThePlaceOf(token));
            i = table;
        }
        return tokens;
    }

    /** Where its name stands behind that of tempdb; where that one stands, if it does not. */
    private static int temporary(List<Token> batch, int tempdb) {
        int at = tempdb + 1;
        while (at + 1 < batch.size() && batch.get(at).isSymbol(".")) {
            at++;
            if (batch.get(at).isName()) {
                if (batch.get(at).value().startsWith("#")) {
                    return at;
                }
                at++;
            }
        }
        return tempdb;
    }

    /** What they name is not asked for before they run, and the text of a synonym's target is kept. */
    private static boolean isModule(List<Token> batch) {
        TokenReader reader = new TokenReader(batch);
        return (reader.accept("CREATE", "OR", "ALTER") || reader.accept("CREATE") || reader.accept("ALTER"))
                && reader.peek().is(MODULES);
    }

    private static List<Chain> chains(List<Token> tokens) {
        List<Chain> chains = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            int end = at + 1;
            if (tokens.get(at).isName()) {
                List<String> parts = new ArrayList<>(List.of(tokens.get(at).value()));
                while (end < tokens.size() - 1 && tokens.get(end).isSymbol(".") && isPart(tokens.get(end + 1))) {
                    boolean empty = tokens.get(end + 1).isSymbol(".");
                    parts.add(empty ? "" : tokens.get(end + 1).value());
                    end += empty ? 1 : 2;
                }
                if (XmlMethod.isAt(tokens, end - 1)) {
                    parts.remove(parts.size() - 1);
                }
                Chain chain = new Chain(at, end, parts);
                if (chain.mayNameDatabase()) {
                    chains.add(chain);
                }
            }
            at = end;
        }
        return chains;
    }

    private static boolean isPart(Token token) {
        return token.isName() || token.isSymbol(".");
    }

    /** Elsewhere three parts are a schema, a table and a column. Four are on another server, where an object stands. */
    private static boolean isObject(List<Token> tokens, Chain chain) {
        boolean object = !isPartOfTable(tokens, chain.start())
                        && chain.start() > 0
                        && tokens.get(chain.start() - 1).is(BEFORE_OBJECTS)
                || chain.end() < tokens.size() && tokens.get(chain.end()).isSymbol("(");
        boolean leftOut = chain.parts().get(1).isEmpty();
        return chain.parts().size() == 3
                ? object || leftOut
                : !object && !leftOut && chain.parts().size() == 4;
    }

    /** Statistics and indexes may be dropped by the names of their tables (Microsoft: drop-index-transact-sql). */
    private static boolean isPartOfTable(List<Token> tokens, int at) {
        int behind =
                at > 2 && tokens.get(at - 1).is("EXISTS") && tokens.get(at - 2).is("IF") ? at - 2 : at;
        return behind > 1
                && tokens.get(behind - 1).is("STATISTICS", "INDEX")
                && tokens.get(behind - 2).is("DROP");
    }

    /** {@code USE}. */
    void use(Token name) {
        String database = name.value().toLowerCase(Locale.ROOT);
        inMaster = database.equals(MASTER);
        if (OF_THE_SERVER.contains(database) && !inMaster) {
            throw new UntranslatableException("the database " + database);
        }
        if (!inMaster && !created.contains(database)) {
            asked.putIfAbsent(database, name.line());
        }
    }

    /** {@code CREATE DATABASE}. */
    void create(String name, int line) {
        created.add(name.toLowerCase(Locale.ROOT));
        String note =
                "%s, line %d: the database %s is this one here, for there is no other.".formatted(script, line, name);
        if (SaidOnce.isNew(note)) {
            LOG.info("{}", note);
        }
    }

    /** {@code ALTER DATABASE}, {@code DROP DATABASE} and whatever else names one. */
    void mention(Token name) {
        String database = name.value().toLowerCase(Locale.ROOT);
        if (OF_THE_SERVER.contains(database)) {
            throw new UntranslatableException("the database " + database);
        }
        if (!created.contains(database)) {
            asked.putIfAbsent(database, name.line());
        }
    }

    /** @throws UntranslatableException if the statement would go to another database */
    public void requireHere(Token first, Token second) {
        boolean ofTheServer = first.is("USE", "SET", "PRINT", "CHECKPOINT", "DBCC", "BEGIN", "COMMIT")
                || first.is("CREATE", "ALTER", "DROP") && second.is("DATABASE", "LOGIN");
        if (inMaster && !ofTheServer) {
            throw elsewhere();
        }
    }

    private static UntranslatableException elsewhere() {
        return new UntranslatableException("behind USE master, in another database");
    }

    /**
     * Which databases there are is the same wherever it is asked.
     *
     * @throws UntranslatableException if a condition would ask for something of another database
     */
    public void requireAskedHere(List<Token> condition) {
        for (int i = 0; inMaster && i < condition.size(); i++) {
            Token token = condition.get(i);
            boolean otherFunction = token.upper().endsWith("_ID") && !token.is("DB_ID", "DATABASE_ID");
            if (otherFunction || token.is("FROM", "JOIN") && !SystemView.isOfServer(nameBehind(condition, i))) {
                throw elsewhere();
            }
        }
    }

    private static List<String> nameBehind(List<Token> statement, int at) {
        TokenReader reader = new TokenReader(statement.subList(at + 1, statement.size()));
        List<String> parts = reader.peek().isName() ? reader.nameParts() : List.of("");
        return parts.size() > 1 && parts.get(0).equalsIgnoreCase(MASTER) ? parts.subList(1, parts.size()) : parts;
    }

    /** To be asked before the script begins. */
    public Optional<String> question() {
        List<String> arguments = new ArrayList<>();
        asked.forEach((name, line) -> {
            if (!created.contains(name)) {
                arguments.add(SqlLiteral.h2(name));
                arguments.add("'" + line + "'");
            }
        });
        return arguments.isEmpty()
                ? Optional.empty()
                : Optional.of(ProcedureCall.of("require_database", arguments.toArray(String[]::new)));
    }
}

package dev.palindrome.production.legacy;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.tsql.ScriptStatement;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a script calls its own: the original database, and the schemas and principals that it makes in it.
 *
 * @param database the original's name; empty where the script never says it
 * @param schemas that it makes
 * @param principals to whom something can be granted in the test's database: roles, and users
 * @param fileGroups that it makes, and that the test's database has not
 */
record OriginalNames(Optional<String> database, Set<String> schemas, Set<String> principals, Set<String> fileGroups) {

    static final Set<String> OF_THE_SERVER = Set.of("master", "tempdb", "msdb", "model");

    /** Microsoft: database-level-roles. */
    private static final Set<String> ALWAYS_THERE = Set.of(
            "public",
            "dbo",
            "guest",
            "db_owner",
            "db_securityadmin",
            "db_accessadmin",
            "db_backupoperator",
            "db_ddladmin",
            "db_datawriter",
            "db_datareader",
            "db_denydatawriter",
            "db_denydatareader");

    /** @throws PalindromeException if it speaks of more than one database */
    static OriginalNames of(String script, List<ScriptStatement> statements) {
        Reader reader = new Reader();
        statements.stream()
                .flatMap(ScriptStatement::leaves)
                .flatMap(ExecutedText::withExecuted)
                .forEach(reader::read);
        return new OriginalNames(reader.database(script), reader.schemas, reader.principals, reader.fileGroups);
    }

    boolean isOwn(String name) {
        return database.filter(name::equalsIgnoreCase).isPresent();
    }

    boolean isThere(String principal) {
        return ALWAYS_THERE.contains(principal.toLowerCase(Locale.ROOT)) || principals.contains(principal);
    }

    /** One statement after the other. */
    private static final class Reader {

        private boolean elsewhere;
        private final Map<String, Token> used = new LinkedHashMap<>();
        private final Map<String, Token> named = new LinkedHashMap<>();
        private final Set<String> schemas = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        private final Set<String> principals = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        private final Set<String> fileGroups = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

        void read(ScriptStatement statement) {
            TokenReader reader = new TokenReader(statement.tokens());
            if (reader.accept("USE")) {
                elsewhere = OF_THE_SERVER.contains(reader.peek().value().toLowerCase(Locale.ROOT));
                name(reader.peek(), used);
            } else if (reader.accept("CREATE", "DATABASE") || reader.accept("ALTER", "DATABASE")) {
                name(reader.peek(), named);
                fileGroups(statement.tokens());
            } else if (elsewhere) {
                return;
            } else if (reader.accept("CREATE", "SCHEMA")) {
                schemas.add((reader.accept("AUTHORIZATION") ? reader.peek() : reader.peek()).value());
            } else if (reader.accept("CREATE", "ROLE") || reader.accept("CREATE", "APPLICATION", "ROLE")) {
                principals.add(reader.peek().value());
            } else if (reader.accept("CREATE", "USER")) {
                OriginalUser.of(statement.tokens()).map(OriginalUser::name).ifPresent(principals::add);
            } else if (reader.peek().is("EXEC", "EXECUTE")) {
                SystemCall.of(statement)
                        .filter(call -> call.isOneOf("sp_addrole", "sp_addapprole"))
                        .flatMap(call -> call.argument(0))
                        .ifPresent(principals::add);
            }
        }

        private static void name(Token token, Map<String, Token> names) {
            boolean isName = token.isName() && !token.is("SCOPED", "AUDIT", "ENCRYPTION", "CURRENT");
            String name = token.value().toLowerCase(Locale.ROOT);
            if (isName && !OF_THE_SERVER.contains(name)) {
                names.putIfAbsent(name, token);
            }
        }

        private void fileGroups(List<Token> tokens) {
            for (int i = 0; i + 1 < tokens.size(); i++) {
                if (tokens.get(i).is("FILEGROUP") && tokens.get(i + 1).isName()) {
                    fileGroups.add(tokens.get(i + 1).value());
                }
            }
        }

        Optional<String> database(String script) {
            if (used.size() > 1) {
                List<String> places = new ArrayList<>();
                used.values().forEach(token -> places.add("[%s] on line %d".formatted(token.value(), token.line())));
                throw new PalindromeException(
                        "The schema script %s uses several databases: %s. A test's database takes the place of one: write a script for each."
                                .formatted(script, String.join(", ", places)));
            }
            return used.values().stream()
                    .findFirst()
                    .or(() -> named.size() == 1 ? named.values().stream().findFirst() : Optional.empty())
                    .map(Token::value);
        }
    }
}

package dev.palindrome.production.legacy;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.List;
import java.util.Optional;

/**
 * A user as the test's database has it: without the login, which is the server's (Microsoft: create-user-transact-sql).
 *
 * @param written its name as the script writes it
 * @param name without brackets
 * @param schema its default schema as the script writes it
 * @param hasLogin whether the original has a login, or a password of its own
 */
record OriginalUser(String written, String name, Optional<String> schema, boolean hasLogin) {

    /**
     * Of CREATE USER; empty for those that cannot be made: Windows' users are nothing without their logins, and what a
     * certificate or a key stands for needs that.
     */
    static Optional<OriginalUser> of(List<Token> statement) {
        TokenReader reader = new TokenReader(statement);
        reader.skip(2);
        Token name = reader.next();
        boolean without = reader.sees("WITHOUT", "LOGIN");
        boolean ofKey = reader.peek().is("FOR", "FROM") && !reader.peek(1).is("LOGIN", "EXTERNAL");
        if (ofKey || !without && name.value().contains("\\")) {
            return Optional.empty();
        }
        return Optional.of(new OriginalUser(name.text(), name.value(), schema(statement), !without));
    }

    private static Optional<String> schema(List<Token> statement) {
        for (int i = 0; i + 2 < statement.size(); i++) {
            if (statement.get(i).is("DEFAULT_SCHEMA") && !statement.get(i + 2).is("NULL")) {
                return Optional.of(statement.get(i + 2).text());
            }
        }
        return Optional.empty();
    }

    String withoutLogin() {
        return "CREATE USER " + written + " WITHOUT LOGIN"
                + schema.map(name -> " WITH DEFAULT_SCHEMA = " + name).orElse("");
    }
}

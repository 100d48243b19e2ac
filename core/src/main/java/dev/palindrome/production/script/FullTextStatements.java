package dev.palindrome.production.script;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.List;
import java.util.Optional;

/** CREATE FULLTEXT CATALOG and INDEX (Microsoft: create-fulltext-catalog-transact-sql, create-fulltext-index-transact-sql). */
final class FullTextStatements {

    private final Omissions omissions;

    FullTextStatements(Omissions omissions) {
        this.omissions = omissions;
    }

    String catalog(SchemaObject catalog) {
        String value = catalog.get(Property.VALUE).orElse("");
        return "CREATE FULLTEXT CATALOG " + BracketedName.of(catalog.name())
                + (value.contains("ACCENT_INSENSITIVE") ? " WITH ACCENT_SENSITIVITY = OFF" : "")
                + (value.startsWith("DEFAULT") ? " AS DEFAULT" : "")
                + catalog.get(Property.OWNER)
                        .map(owner -> " AUTHORIZATION " + owner)
                        .orElse("")
                + ";";
    }

    /** Details are {@code (KEY INDEX [pk], CHANGE_TRACKING = AUTO, STOPLIST = SYSTEM)}. */
    Optional<String> index(SchemaObject owner, SchemaObject index) {
        List<Token> details = Lexer.tokens(index.get(Property.DETAILS).orElse(""), 1);
        Optional<Token> key = behind(details, "INDEX").filter(token -> token.kind() == Token.Kind.NAME);
        if (key.isEmpty() || index.name().isEmpty()) {
            omissions.add(
                    ObjectWords.of(owner, index)
                            + ": the server made up the name of the key that it goes by, which is another one in each database");
            return Optional.empty();
        }
        for (String without : List.of("LIST", "FILEGROUP")) {
            behind(details, without)
                    .ifPresent(what -> omissions.add(
                            ObjectWords.of(owner, index) + " is made without " + without + " " + what.text()));
        }
        String table = BracketedName.of(owner.name());
        return Optional.of("CREATE FULLTEXT INDEX ON " + table + " "
                + columns(index.get(Property.COLUMNS).orElse(""))
                + " KEY INDEX " + key.get().text() + " ON " + BracketedName.of(index.simpleName())
                + " WITH (CHANGE_TRACKING = "
                + behind(details, "CHANGE_TRACKING").map(Token::text).orElse("AUTO")
                + ", STOPLIST = " + stoplist(owner, index, details) + ");"
                + (index.is(Property.DISABLED) ? "\nALTER FULLTEXT INDEX ON " + table + " DISABLE;" : ""));
    }

    private String stoplist(SchemaObject owner, SchemaObject index, List<Token> details) {
        Optional<Token> stoplist = behind(details, "STOPLIST");
        if (stoplist.filter(token -> token.kind() == Token.Kind.NAME).isPresent()) {
            omissions.add(ObjectWords.of(owner, index) + " is made with the system's stoplist: the words of "
                    + stoplist.get().text() + " are not read");
            return "SYSTEM";
        }
        return stoplist.map(Token::text).orElse("SYSTEM");
    }

    /** What stands behind a word and its equals sign. */
    private static Optional<Token> behind(List<Token> tokens, String word) {
        for (int at = 0; at < tokens.size() - 2; at++) {
            if (tokens.get(at).is(word)) {
                return Optional.of(tokens.get(at + 1).isSymbol("=") ? tokens.get(at + 2) : tokens.get(at + 1));
            }
        }
        return Optional.empty();
    }

    /** {@code ([title] TYPE COLUMN [kind] 1033)}: in the statement a language has its word. */
    private static String columns(String columns) {
        StringBuilder said = new StringBuilder(columns);
        List<Token> tokens = Lexer.tokens(columns, 1);
        for (int at = tokens.size() - 1; at >= 0; at--) {
            if (tokens.get(at).kind() == Token.Kind.NUMBER) {
                said.insert(tokens.get(at).start(), "LANGUAGE ");
            }
        }
        return said.toString();
    }
}

package dev.palindrome.production.legacy;

import dev.palindrome.tsql.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lets statements mean the test's database where they name the original, its owners or its files. */
final class OwnPlaces {

    private static final String PRIMARY = "[PRIMARY]";

    private final OriginalNames names;
    private final TextEdits edits;
    private final Map<LeftOutKind, Integer> replaced = new LinkedHashMap<>();

    OwnPlaces(OriginalNames names, TextEdits edits) {
        this.names = names;
        this.edits = edits;
    }

    /** How often what was replaced, for the log. */
    Map<LeftOutKind, Integer> replaced() {
        return replaced;
    }

    void make(List<Token> statement) {
        for (int i = 0; i < statement.size(); i++) {
            if (names.isOwn(statement.get(i).value()) && statement.get(i).isName()) {
                withoutDatabase(statement, i);
            }
        }
        withoutOwner(statement);
        if (isStored(statement)) {
            for (int i = 1; i < statement.size(); i++) {
                if (isFileGroup(statement, i)) {
                    edits.replace(statement.get(i).start(), statement.get(i).end(), PRIMARY);
                    replaced.merge(LeftOutKind.PLACE, 1, Integer::sum);
                }
            }
        }
    }

    /** {@code [original].[dbo].[users]}, {@code original..users}. */
    private void withoutDatabase(List<Token> tokens, int at) {
        if (at > 0 && tokens.get(at - 1).isSymbol(".") || !isDot(tokens, at + 1)) {
            return;
        }
        if (isDot(tokens, at + 2)) {
            edits.replace(tokens.get(at).start(), tokens.get(at + 2).end(), " [dbo].");
        } else if (isDot(tokens, at + 3)
                && (isDot(tokens, at + 5)
                        || !names.schemas().contains(tokens.get(at).value()))) {
            edits.blank(tokens.get(at).start(), tokens.get(at + 1).end());
        }
    }

    private static boolean isDot(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).isSymbol(".");
    }

    /** {@code CREATE SCHEMA x AUTHORIZATION somebody}: then dbo owns it. */
    private void withoutOwner(List<Token> tokens) {
        if (tokens.size() < 5
                || !tokens.get(0).is("CREATE")
                || !tokens.get(1).is("SCHEMA", "ROLE")
                || !tokens.get(3).is("AUTHORIZATION")
                || names.isThere(tokens.get(4).value())) {
            return;
        }
        edits.blank(tokens.get(3).start(), tokens.get(4).end());
        replaced.merge(LeftOutKind.OWNER, 1, Integer::sum);
    }

    private static boolean isStored(List<Token> tokens) {
        return tokens.get(0).is("CREATE", "ALTER")
                && tokens.stream().limit(5).anyMatch(token -> token.is("TABLE", "INDEX", "SCHEME", "FULLTEXT"));
    }

    /** Behind ON where no table and no partition scheme can stand, or one of the script's own. */
    private boolean isFileGroup(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        Token before = tokens.get(at - 1);
        if (!token.isName()
                || token.value().equalsIgnoreCase("PRIMARY")
                || token.value().equalsIgnoreCase("DEFAULT")) {
            return false;
        }
        boolean scheme = tokens.get(1).is("PARTITION") && (before.isSymbol("(") || before.isSymbol(","));
        boolean named = before.is("FILEGROUP", "TEXTIMAGE_ON", "FILESTREAM_ON");
        boolean behindOn = before.is("ON")
                && at > 1
                && !isOpen(tokens, at + 1)
                && !isDot(tokens, at + 1)
                && !token.is("DELETE", "UPDATE", "ROWS", "PAGES", "OFF", "ON")
                && (tokens.get(at - 2).isSymbol(")")
                        || tokens.get(at - 2).is("KEY", "UNIQUE", "CLUSTERED", "NONCLUSTERED")
                        || names.fileGroups().contains(token.value()));
        return scheme && isBehindTo(tokens, at) || named && !token.is("OFF") || behindOn;
    }

    private static boolean isBehindTo(List<Token> tokens, int at) {
        return tokens.subList(0, at).stream().anyMatch(token -> token.is("TO"));
    }

    private static boolean isOpen(List<Token> tokens, int at) {
        return at < tokens.size() && tokens.get(at).isSymbol("(");
    }
}

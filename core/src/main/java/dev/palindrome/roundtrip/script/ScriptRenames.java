package dev.palindrome.roundtrip.script;

import dev.palindrome.schema.NameChange;
import dev.palindrome.tsql.ExecutedSql;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.UntranslatableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The names that a script gives by sp_rename (Microsoft: sp-rename-transact-sql). */
final class ScriptRenames {

    private static final List<String> PARAMETERS = List.of("@objname", "@newname", "@objtype");

    private ScriptRenames() {}

    /**
     * @param defaultSchema that of the migrations, which is meant where none is written
     * @return in their order; empty where one of them cannot be read
     */
    static Optional<List<NameChange>> of(ExecutedSql sql, String defaultSchema) {
        List<NameChange> changes = new ArrayList<>();
        for (List<Token> text : sql.texts()) {
            for (int i = 0; i < text.size(); i++) {
                if (ScriptWords.isRename(text.get(i))) {
                    Optional<NameChange> change = change(text.subList(i + 1, text.size()), defaultSchema);
                    if (change.isEmpty()) {
                        return Optional.empty();
                    }
                    changes.add(change.get());
                }
            }
        }
        return Optional.of(changes);
    }

    private static Optional<NameChange> change(List<Token> behind, String defaultSchema) {
        String[] values = {"", "", "OBJECT"};
        int at = 0;
        for (int argument = 0; at < behind.size(); argument++) {
            int place = argument;
            if (behind.get(at).kind() == Token.Kind.VARIABLE
                    && at + 1 < behind.size()
                    && behind.get(at + 1).isSymbol("=")) {
                place = PARAMETERS.indexOf(behind.get(at).text().toLowerCase(Locale.ROOT));
                at += 2;
            }
            if (place < 0 || place >= values.length || at >= behind.size() || !isConstant(behind.get(at))) {
                return Optional.empty();
            }
            values[place] = behind.get(at++).value();
            if (at >= behind.size() || !behind.get(at).isSymbol(",")) {
                break;
            }
            at++;
        }
        return change(values[0], values[1], values[2], defaultSchema);
    }

    private static boolean isConstant(Token token) {
        return token.kind() == Token.Kind.STRING || token.isName();
    }

    private static Optional<NameChange> change(String object, String newName, String type, String defaultSchema) {
        NameChange.Kind kind = switch (type.toUpperCase(Locale.ROOT)) {
            case "COLUMN" -> NameChange.Kind.COLUMN;
            case "INDEX" -> NameChange.Kind.INDEX;
            default -> NameChange.Kind.OBJECT;
        };
        List<Token> tokens = Lexer.tokens(object, 1);
        if (newName.isEmpty() || tokens.isEmpty() || !tokens.get(0).isName()) {
            return Optional.empty();
        }
        List<String> name = new ArrayList<>();
        try {
            name.addAll(new TokenReader(tokens).nameParts());
        } catch (UntranslatableException e) { // such as 'dbo.'
            return Optional.empty();
        }
        int parts = kind == NameChange.Kind.OBJECT ? 2 : 3;
        if (name.size() == parts - 1) {
            name.add(0, defaultSchema);
        }
        return name.size() == parts ? Optional.of(new NameChange(kind, name, newName)) : Optional.empty();
    }
}

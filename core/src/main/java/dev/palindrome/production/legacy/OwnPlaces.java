package dev.palindrome.production.legacy;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.tsql.ScriptStatement;
import dev.palindrome.tsql.Token;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Lets statements mean the test's database where they name the original, its owners or its files. */
final class OwnPlaces {

    private static final String PRIMARY = "[PRIMARY]";

    /** They take the name of an object as a text, and look for it in the database that it says. */
    private static final String[] OF_A_NAMED_OBJECT = {
        "CHECKIDENT", "OBJECT_ID", "TYPE_ID", "IDENT_CURRENT", "IDENT_SEED", "IDENT_INCR", "COL_LENGTH"
    };

    private final String script;
    private final OriginalNames names;
    private final StatementEffects effects;
    private final Edits edits;
    private final Map<LeftOutKind, Integer> replaced;

    OwnPlaces(String script, OriginalNames names, StatementEffects effects, Edits edits) {
        this(script, names, effects, edits, new LinkedHashMap<>());
    }

    private OwnPlaces(
            String script,
            OriginalNames names,
            StatementEffects effects,
            Edits edits,
            Map<LeftOutKind, Integer> replaced) {
        this.script = script;
        this.names = names;
        this.effects = effects;
        this.edits = edits;
        this.replaced = replaced;
    }

    /** How often what was replaced, for the log. */
    Map<LeftOutKind, Integer> replaced() {
        return replaced;
    }

    /** @param executesUnknown whether literals may be parts of what is executed */
    void make(ScriptStatement statement, boolean executesUnknown) {
        withoutDatabase(statement.tokens());
        statement.leaves().forEach(leaf -> {
            withoutOwner(leaf.tokens());
            withoutFileGroups(leaf.tokens());
        });
        Set<Token> whole = Collections.newSetFromMap(new IdentityHashMap<>());
        for (ExecutedText text : ExecutedText.in(statement.tokens())) {
            if (text.isWhole()) {
                whole.addAll(text.literals());
                within(text).executed(text);
            }
        }
        List<Token> tokens = statement.tokens();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.STRING
                    && !whole.contains(token)
                    && (executesUnknown || isNamedObject(tokens, i))) {
                part(ExecutedText.ofPart(token));
            }
        }
    }

    private static boolean isNamedObject(List<Token> tokens, int at) {
        return at > 1 && tokens.get(at - 1).isSymbol("(") && tokens.get(at - 2).is(OF_A_NAMED_OBJECT);
    }

    private OwnPlaces within(ExecutedText text) {
        return new OwnPlaces(script, names, effects.inside(), text.edits(edits, () -> unclear(text)), replaced);
    }

    private void executed(ExecutedText text) {
        for (ScriptStatement statement : text.statements()) {
            statement
                    .leaves()
                    .filter(leaf -> leaf.begins("USE"))
                    .forEach(leaf -> edits.blank(leaf.start(), leaf.end()));
            make(statement, ExecutedText.isUnknown(statement));
            statement.leaves().forEach(this::instead);
        }
    }

    private void instead(ScriptStatement leaf) {
        if (effects.next(leaf) instanceof Effect.Instead instead) {
            edits.replace(leaf.start(), leaf.end(), instead.tsql());
            instead.gone().ifPresent(kind -> replaced.merge(kind, 1, Integer::sum));
        }
    }

    /** It need be no statement: what stands behind the name may come out of a variable. */
    private void part(ExecutedText text) {
        List<Token> tokens = text.tokens();
        within(text).withoutDatabase(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (isOwnDatabase(tokens, i) && i + 2 == tokens.size()) {
                throw unclear(text);
            }
        }
    }

    private PalindromeException unclear(ExecutedText text) {
        return new PalindromeException(
                "The schema script %s, line %d: SQL that is put together names the original database [%s], which is none of the test's. Leave the name out there."
                        .formatted(script, text.line(), names.database().orElse("")));
    }

    private void withoutDatabase(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (isOwnDatabase(tokens, i)) {
                withoutDatabase(tokens, i);
            }
        }
    }

    private void withoutFileGroups(List<Token> statement) {
        if (isStored(statement)) {
            for (int i = 1; i < statement.size(); i++) {
                if (isFileGroup(statement, i)) {
                    edits.replace(statement.get(i).start(), statement.get(i).end(), PRIMARY);
                    replaced.merge(LeftOutKind.PLACE, 1, Integer::sum);
                }
            }
        }
    }

    private boolean isOwnDatabase(List<Token> tokens, int at) {
        return tokens.get(at).isName()
                && names.isOwn(tokens.get(at).value())
                && !(at > 0 && tokens.get(at - 1).isSymbol("."))
                && isDot(tokens, at + 1);
    }

    /** {@code [original].[dbo].[users]}, {@code original..users}. */
    private void withoutDatabase(List<Token> tokens, int at) {
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

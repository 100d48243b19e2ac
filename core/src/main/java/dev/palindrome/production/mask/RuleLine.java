package dev.palindrome.production.mask;

import dev.palindrome.production.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one rule: {@code [schema.]table.column = kind}, or {@code [schema.]table like pattern = kind}. Behind either of them may
 * stand a path to members of JSON.
 */
final class RuleLine {

    private static final String FORM =
            "a rule is table.column = kind, schema.table.column = kind, * like %%name%% = kind, or table.column $.path = kind.";

    private final RuleCursor cursor;

    RuleLine(RuleCursor cursor) {
        this.cursor = cursor;
    }

    MaskRule read(String source, int line) throws RuleSyntaxException {
        List<NamePattern> names = names();
        cursor.skipBlanks();
        if (cursor.passWord("like")) {
            names.add(NamePattern.like(pattern()));
        }
        cursor.skipBlanks();
        Optional<JsonPath> path = cursor.isAt('$') ? Optional.of(cursor.path()) : Optional.empty();
        cursor.skipBlanks();
        if (!cursor.pass('=')) {
            throw new RuleSyntaxException("there is no = where one is expected; " + FORM.formatted()
                    + " Names with blanks or dots stand in [brackets].");
        }
        if (names.size() < 2 || names.size() > 3) {
            throw new RuleSyntaxException("in front of the = is no table with a column; " + FORM.formatted());
        }
        cursor.skipBlanks();
        MaskKind kind = new KindText(cursor).read();
        cursor.skipBlanks();
        if (!cursor.isAtEnd()) {
            throw new RuleSyntaxException(
                    "behind the closing quote is more. A comment begins with #; a quote in a text" + " is doubled.");
        }
        Optional<NamePattern> schema = names.size() == 3 ? Optional.of(names.get(0)) : Optional.empty();
        return new MaskRule(schema, names.get(names.size() - 2), names.get(names.size() - 1), path, kind, source, line);
    }

    private List<NamePattern> names() throws RuleSyntaxException {
        List<NamePattern> names = new ArrayList<>();
        do {
            cursor.skipBlanks();
            names.add(name());
            cursor.skipBlanks();
        } while (cursor.pass('.'));
        return names;
    }

    private NamePattern name() throws RuleSyntaxException {
        if (cursor.pass('[')) {
            return NamePattern.exactly(cursor.upToClosing(']'));
        }
        String name = cursor.upToBlankOr(".=");
        if (name.equals("*")) {
            return NamePattern.ALL;
        }
        if (name.startsWith("$")) {
            throw new RuleSyntaxException(
                    "a path to members of JSON stands behind the column and a blank: users.profile $.contact.email = email. A name that begins with $ stands in [brackets].");
        }
        if (name.isEmpty() || name.indexOf('*') >= 0 || name.indexOf('%') >= 0) {
            throw new RuleSyntaxException(
                    (name.isEmpty() ? "a name is missing; " : "%s is no name, nor * for all; ".formatted(name))
                            + FORM.formatted());
        }
        return NamePattern.exactly(name);
    }

    private String pattern() throws RuleSyntaxException {
        String pattern = cursor.pass('\'') ? cursor.upToClosing('\'') : cursor.upToPathOr('=');
        if (pattern.isEmpty()) {
            throw new RuleSyntaxException("behind like is no pattern, such as %phone%.");
        }
        return pattern;
    }
}

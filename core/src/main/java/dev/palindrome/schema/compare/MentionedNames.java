package dev.palindrome.schema.compare;

import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which names a piece of T-SQL mentions. Upper and lower case are not told apart: one too many does no harm. */
public final class MentionedNames {

    private MentionedNames() {}

    public static Set<String> in(String sql) {
        Set<String> names = new HashSet<>();
        for (Token token : Lexer.tokens(sql, 1)) {
            if (token.isName() || token.kind() == Token.Kind.VARIABLE) {
                names.add(key(token.value()));
            }
        }
        return names;
    }

    public static boolean of(String name, String sql) {
        return in(sql).contains(key(name));
    }

    static boolean anyOf(List<String> names, String sql) {
        Set<String> mentioned = in(sql);
        return names.stream().anyMatch(name -> mentioned.contains(key(name)));
    }

    public static String key(String name) {
        return NameRule.IGNORING_CASE.key(name);
    }
}

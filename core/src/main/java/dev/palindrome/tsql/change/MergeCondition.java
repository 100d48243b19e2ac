package dev.palindrome.tsql.change;

import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.query.Made;
import java.util.List;
import java.util.Set;

/** What a MERGE joins its rows by. Where a part of it names no column, H2 leaves rows of the source out. */
public final class MergeCondition {

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "!=", "<", ">", "<=", ">=");

    private MergeCondition() {}

    /** The same statement, with a column of the target beside what is compared in {@code 1 = 0}. */
    public static List<Token> withColumn(List<Token> merge) {
        TokenReader reader = new TokenReader(merge);
        reader.expect("MERGE", "INTO");
        String target = reader.objectName().name();
        if (reader.accept("WITH")) {
            reader.parenthesised();
        }
        reader.accept("AS");
        String called = reader.sees("USING") ? target : reader.identifier();
        reader.until("USING");
        reader.next();
        reader.until("ON");
        if (!reader.sees("ON")) {
            return merge;
        }
        int start = reader.position() + 1;
        reader.next();
        List<Token> condition = reader.until("WHEN");
        Made made = new Made(merge.get(0)).add(merge.subList(0, start));
        for (int i = 0; i < condition.size(); i++) {
            List<Token> constant = condition.subList(i, i + 1);
            if (!isComparedWithConstant(condition, i)) {
                made.add(constant);
                continue;
            }
            made.add("CASE WHEN")
                    .name(called)
                    .add(".")
                    .function(RowChange.ROW)
                    .add("= 0 THEN")
                    .add(constant)
                    .add("ELSE")
                    .add(constant)
                    .add("END");
        }
        return made.add(merge.subList(start + condition.size(), merge.size())).tokens();
    }

    private static boolean isComparedWithConstant(List<Token> condition, int i) {
        return i + 2 < condition.size()
                && isConstant(condition.get(i))
                && condition.get(i + 1).kind() == Token.Kind.SYMBOL
                && COMPARISONS.contains(condition.get(i + 1).text())
                && isConstant(condition.get(i + 2))
                && (i == 0 || isBetweenConditions(condition.get(i - 1)))
                && (i + 3 == condition.size() || isBetweenConditions(condition.get(i + 3)));
    }

    private static boolean isConstant(Token token) {
        return token.kind() == Token.Kind.NUMBER
                || token.kind() == Token.Kind.STRING
                || token.kind() == Token.Kind.VARIABLE
                || token.is("NULL");
    }

    private static boolean isBetweenConditions(Token token) {
        return token.isSymbol("(") || token.isSymbol(")") || token.is("AND", "OR", "NOT");
    }
}

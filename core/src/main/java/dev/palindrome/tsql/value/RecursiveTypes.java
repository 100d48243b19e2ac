package dev.palindrome.tsql.value;

import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.UntranslatableException;
import dev.palindrome.tsql.value.type.SelectedColumn;
import dev.palindrome.tsql.value.type.ValueType;
import java.util.List;
import java.util.Optional;

/**
 * The columns of a recursive common table expression have the same types in all of its queries (Microsoft:
 * with-common-table-expression-transact-sql).
 */
final class RecursiveTypes {

    private static final String[] TYPED = {
        "CAST",
        "CONVERT",
        "VARCHAR",
        "NVARCHAR",
        "CHAR",
        "NCHAR",
        "DECIMAL",
        "NUMERIC",
        "IN",
        "AND",
        "OR",
        "WHEN",
        "THEN",
        "ELSE",
        "CASE",
        "SELECT",
        "palindrome.next_level"
    };

    private RecursiveTypes() {}

    /**
     * @param name of the table
     * @param query the recursive one
     * @throws UntranslatableException error 240 if two types differ, as far as they are known
     */
    static void require(Token name, List<SelectedColumn> anchor, List<SelectedColumn> recursive, List<Token> query) {
        if (anchor.size() != recursive.size()) {
            return;
        }
        boolean exact = isExact(query);
        for (int i = 0; i < anchor.size(); i++) {
            Optional<ValueType> one = anchor.get(i).type();
            Optional<ValueType> other = recursive.get(i).type();
            if (one.isPresent() && other.isPresent() && differ(one.get(), other.get(), exact)) {
                throw UntranslatableException.refused(
                        240,
                        name,
                        "types don't match between the anchor and the recursive part in column \""
                                + anchor.get(i).name() + "\" of recursive query \"" + name.value() + "\"");
            }
        }
    }

    /** The types of most functions are known only by and large. */
    private static boolean isExact(List<Token> query) {
        int depth = 0;
        for (int i = 0; i + 1 < query.size(); i++) {
            Token token = query.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.is("FROM")) {
                return true;
            }
            boolean word = token.kind() == Token.Kind.WORD || token.kind() == Token.Kind.NAME;
            if (word && query.get(i + 1).isSymbol("(") && !token.is(TYPED)) {
                return false;
            }
        }
        return true;
    }

    private static boolean differ(ValueType one, ValueType other, boolean exact) {
        boolean texts = one.family().isText() && other.family().isText();
        if (!exact) {
            return !texts && one.family() != other.family();
        }
        if (one.type() != other.type()) {
            return true;
        }
        boolean known = one.precision() != ValueType.ANY && other.precision() != ValueType.ANY;
        return texts && known && one.precision() != other.precision()
                || one.is(SqlTypeFamily.DECIMAL)
                        && (one.precision() != other.precision() || one.scale() != other.scale());
    }
}

package dev.palindrome.seed.condition;

import dev.palindrome.seed.condition.Condition.Comparison;
import dev.palindrome.seed.condition.Condition.Operator;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The literals that an UPDATE sets columns to: a row that holds them already shows nothing of what it loses, so that those which
 * satisfy its condition are to hold others, and one of them just these.
 */
final class SetLiterals {

    private static final String[] STATEMENTS = {"UPDATE", "INSERT", "DELETE", "MERGE", "SELECT", "IF", "WHILE"};

    private final Map<String, Comparison> literals = new LinkedHashMap<>();
    private boolean isUpdate;
    private boolean isOfOneTable;

    /** @param behind stands behind the token, and stays there */
    void read(Token token, TokenReader behind) {
        if (token.is(STATEMENTS) || token.isSymbol(";")) {
            literals.clear();
            isUpdate = token.is("UPDATE");
            isOfOneTable = true;
        } else if (token.is("SET") && isUpdate && literals.isEmpty()) {
            int start = behind.position();
            readAssignments(behind);
            behind.back(start);
        } else if (token.is("FROM")) {
            isOfOneTable = false;
        }
    }

    private void readAssignments(TokenReader reader) {
        do {
            Optional<String> column = reader.lastNamePart();
            if (column.isPresent() && reader.acceptSymbol("=")) {
                Optional<Term> value = ConditionParser.nextTerm(reader);
                boolean isAll = reader.atEnd()
                        || reader.seesSymbol(",")
                        || reader.peek().is("WHERE", "FROM", "OUTPUT");
                if (isAll && value.isPresent() && value.get() instanceof Term.Constant constant) {
                    literals.put(
                            GeneratedRow.key(column.get()),
                            new Comparison(new Term.Column(column.get()), Operator.EQUAL, constant));
                }
            }
            reader.until(",", "WHERE", "FROM", "OUTPUT", ";");
        } while (reader.acceptSymbol(","));
    }

    /** The condition of an UPDATE, with other values than it sets; empty where it sets no literals. */
    Optional<Condition> others(Condition where) {
        return with(where, literal -> isNull(literal) ? new Condition.Not(same(literal)) : other(literal));
    }

    /** The same with what it sets, where it is about one table. */
    Optional<Condition> same(Condition where) {
        return isOfOneTable ? with(where, SetLiterals::same) : Optional.empty();
    }

    private Optional<Condition> with(Condition where, Function<Comparison, Condition> held) {
        Set<String> compared = ConditionMentions.columns(where);
        List<Condition> all = new ArrayList<>(List.of(where));
        literals.forEach((column, literal) -> {
            if (!compared.contains(column)) {
                all.add(held.apply(literal));
            }
        });
        return compared.isEmpty() || all.size() == 1
                ? Optional.empty()
                : Optional.of(new Condition.And(List.copyOf(all)));
    }

    private static boolean isNull(Comparison literal) {
        return literal.right() instanceof Term.Constant constant && constant.content() == null;
    }

    private static Condition other(Comparison literal) {
        return new Comparison(literal.left(), Operator.UNEQUAL, literal.right());
    }

    private static Condition same(Comparison literal) {
        return isNull(literal) ? new Condition.IsNull(literal.left()) : literal;
    }
}

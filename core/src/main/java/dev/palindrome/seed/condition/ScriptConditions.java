package dev.palindrome.seed.condition;

import dev.palindrome.seed.condition.Condition.Comparison;
import dev.palindrome.seed.condition.Condition.Operator;
import dev.palindrome.seed.values.Numbers;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the conditions in those statements of a script that work on rows. */
public final class ScriptConditions {

    private static final String[] ON_ROWS = {"UPDATE", "INSERT", "DELETE", "MERGE", "SELECT", "IF", "WHILE"};

    private static final String[] ON_OTHERS = {"ALTER", "CREATE", "DROP", "TRUNCATE", "GRANT", "REVOKE", "DENY"};

    private static final String[] BEFORE_CONDITION = {"WHERE", "WHEN", "HAVING", "IF", "ON", "AND", "OR", "NOT", "WHILE"
    };

    private static final String[] MODULES = {"VIEW", "PROC", "PROCEDURE", "FUNCTION", "TRIGGER"};

    /** What makes a value of NULL, or NULL of a value. */
    private static final Set<String> REPLACING_NULL = Set.of("NULLIF", "ISNULL", "COALESCE");

    /** What looks for a text in another. */
    private static final Set<String> LOOKING = Set.of("REPLACE", "CHARINDEX", "PATINDEX");

    private final List<Token> text;
    private final List<Condition> found = new ArrayList<>();
    private final List<Condition> same = new ArrayList<>();

    /** What the open CASEs compare, the innermost first; nothing where WHEN has conditions. */
    private final Deque<Optional<Term>> compared = new ArrayDeque<>();

    private final SetLiterals set = new SetLiterals();

    private ScriptConditions(List<Token> text) {
        this.text = text;
    }

    /** @param text the tokens of a batch, or of a text that one executes */
    public static List<Condition> in(List<Token> text) {
        return of(text).found;
    }

    /**
     * What rows are like that satisfy the condition of an UPDATE, and hold already what it sets: an undo is to leave these alone.
     *
     * @param text see above
     */
    public static List<Condition> ofUnchanged(List<Token> text) {
        return of(text).same;
    }

    private static ScriptConditions of(List<Token> text) {
        ScriptConditions conditions = new ScriptConditions(text);
        if (!isModule(text)) {
            conditions.read();
        }
        return conditions;
    }

    /** What stands in one runs later, if at all. */
    public static boolean isModule(List<Token> text) {
        TokenReader reader = new TokenReader(text);
        if (reader.accept("CREATE")) {
            reader.accept("OR", "ALTER");
        } else if (!reader.accept("ALTER")) {
            return false;
        }
        return reader.peek().is(MODULES);
    }

    private void read() {
        boolean onRows = false;
        for (int i = 0; i < text.size(); i++) {
            Token token = text.get(i);
            if (token.is(ON_OTHERS)) {
                onRows = false;
            } else if (token.is(ON_ROWS)) {
                onRows = true;
            }
            if (onRows) {
                i = read(token, i) - 1;
            }
        }
    }

    /** @return where to go on */
    private int read(Token token, int at) {
        TokenReader behind = new TokenReader(text.subList(at + 1, text.size()));
        set.read(token, behind);
        if (token.is("CASE")) {
            compared.push(behind.sees("WHEN") ? Optional.empty() : ConditionParser.nextTerm(behind));
        } else if (token.is("END")) {
            compared.poll();
        } else if (token.is("WHEN") && !compared.isEmpty() && compared.peek().isPresent()) {
            Term term = compared.peek().get();
            ConditionParser.nextTerm(behind).ifPresent(value -> found.add(new Comparison(term, Operator.EQUAL, value)));
        } else if (token.is(BEFORE_CONDITION)) {
            Optional<Condition> condition = ConditionParser.next(behind);
            if (token.is("WHERE")) {
                condition.flatMap(set::others).ifPresent(found::add);
                condition.flatMap(set::same).ifPresent(same::add);
            }
            condition.ifPresent(found::add);
        } else if (token.is("IIF") && behind.acceptSymbol("(")) {
            ConditionParser.next(behind).ifPresent(found::add);
        } else if (token.isSymbol("*") || token.isSymbol("/")) {
            addRounded(token, at, behind);
            return at + 1;
        } else if (token.kind() == Token.Kind.WORD && isOfTexts(token) && behind.seesSymbol("(")) {
            ConditionParser.nextTerm(new TokenReader(text.subList(at, text.size())))
                    .ifPresent(this::addCall);
        }
        return at + 1 + behind.position();
    }

    /** {@code price / 1.2}. */
    private void addRounded(Token sign, int at, TokenReader behind) {
        Token before = at == 0 ? sign : text.get(at - 1);
        if (before.isName() && behind.peek().kind() == Token.Kind.NUMBER) {
            Numbers.parse(behind.peek().value())
                    .filter(factor -> factor.signum() > 0)
                    .map(factor -> new RoundingLoss(sign.isSymbol("/"), factor))
                    .filter(loss -> loss.examples().findFirst().isPresent())
                    .ifPresent(loss -> found.add(new Condition.Rounded(new Term.Column(before.value()), loss)));
        }
    }

    private static boolean isOfTexts(Token token) {
        return REPLACING_NULL.contains(token.upper()) || LOOKING.contains(token.upper());
    }

    private void addCall(Term term) {
        if (!(term instanceof Term.Call call) || call.arguments().size() < 2) {
            return;
        }
        Optional<Term.Column> column = call.arguments().stream()
                .flatMap(argument -> column(argument).stream())
                .findFirst();
        for (Term argument : call.arguments()) {
            if (column.isPresent() && argument instanceof Term.Constant constant && isSaid(constant.content())) {
                found.add(condition(call.function(), column.get(), constant));
            }
        }
    }

    private static boolean isSaid(@Nullable Object content) {
        return content != null && !content.equals("");
    }

    private static Condition condition(String function, Term.Column column, Term.Constant constant) {
        if (REPLACING_NULL.contains(function)) {
            return new Comparison(column, Operator.EQUAL, constant);
        }
        String sought = String.valueOf(constant.content());
        return new Condition.Like(
                column, function.equals("PATINDEX") ? LikePattern.of(sought, "") : LikePattern.around(sought));
    }

    /** The one that a term is about, however many functions are around it. */
    private static Optional<Term.Column> column(Term term) {
        if (term instanceof Term.Column column) {
            return Optional.of(column);
        }
        return term instanceof Term.Call call && !call.arguments().isEmpty()
                ? column(call.arguments().get(0))
                : Optional.empty();
    }
}

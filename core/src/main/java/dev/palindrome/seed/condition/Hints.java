package dev.palindrome.seed.condition;

import dev.palindrome.seed.values.GeneratedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gathers from conditions what is worth trying. Whether it fits, the conditions themselves say. */
public final class Hints {

    private static final Set<String> LENGTHS =
            Set.of("LEN", "DATALENGTH", "CHAR_LENGTH", "CHARACTER_LENGTH", "LENGTH", "OCTET_LENGTH");

    private static final Set<String> LOOKING = Set.of("PATINDEX", "CHARINDEX");

    private static final Term SOME_JSON = new Term.Constant("{\"a\":1}");

    private final Map<String, List<Hint>> byColumn = new HashMap<>();

    /** For a column, without repetition. */
    public List<Hint> of(String column) {
        return byColumn.getOrDefault(GeneratedRow.key(column), List.of()).stream()
                .distinct()
                .toList();
    }

    public void add(Condition condition) {
        if (condition instanceof Condition.And and) {
            and.parts().forEach(this::add);
        } else if (condition instanceof Condition.Or or) {
            or.parts().forEach(this::add);
        } else if (condition instanceof Condition.Not not) {
            add(not.part());
        } else if (condition instanceof Condition.Comparison comparison) {
            addSide(comparison.left(), comparison.right());
            addSide(comparison.right(), comparison.left());
        } else if (condition instanceof Condition.Like like) {
            addTo(like.term(), new Hint.LikeThis(like.pattern()));
        } else if (condition instanceof Condition.Rounded rounded) {
            rounded.loss()
                    .examples()
                    .forEach(number -> addTo(rounded.column(), new Hint.Near(new Term.Constant(number))));
        } else if (condition instanceof Condition.IsNull isNull) {
            addTo(isNull.term(), new Hint.Missing());
        }
    }

    private void addSide(Term side, Term other) {
        if (side instanceof Term.Call call && LOOKING.contains(call.function())) {
            addLooking(call);
        } else if (side instanceof Term.Call call && call.function().equals("JSON_VALUE")) {
            addJson(call, other);
        } else if (side instanceof Term.Call call) {
            Hint hint = LENGTHS.contains(call.function())
                    ? new Hint.OfLength(other)
                    : near(call.function().equals("ISJSON") ? SOME_JSON : other);
            (call.function().equals("SUBSTRING") ? call.arguments().subList(0, 1) : call.arguments())
                    .forEach(argument -> addTo(argument, hint));
        } else if (side instanceof Term.Conversion conversion) {
            addSide(conversion.converted(), other);
        } else if (side instanceof Term.Arithmetic arithmetic) {
            addOperands(arithmetic, other);
        } else {
            addTo(side, near(other));
        }
    }

    /** A text that another is in, or a pattern is like. */
    private void addLooking(Term.Call call) {
        if (call.arguments().size() > 1
                && call.arguments().get(0) instanceof Term.Constant sought
                && sought.content() instanceof String text) {
            addTo(
                    call.arguments().get(1),
                    new Hint.LikeThis(
                            call.function().equals("PATINDEX") ? LikePattern.of(text, "") : LikePattern.around(text)));
        }
    }

    private void addJson(Term.Call call, Term other) {
        if (call.arguments().size() > 1
                && call.arguments().get(1) instanceof Term.Constant path
                && path.content() instanceof String text
                && other instanceof Term.Constant value
                && value.content() != null) {
            JsonDocument.with(text, String.valueOf(value.content()))
                    .ifPresent(document -> addTo(call.arguments().get(0), new Hint.Near(new Term.Constant(document))));
        }
    }

    private static Hint near(Term other) {
        return isTheServers(other) ? new Hint.FarAway() : new Hint.Near(other);
    }

    private static boolean isTheServers(Term term) {
        if (term instanceof Term.Arithmetic arithmetic) {
            return isTheServers(arithmetic.left()) || isTheServers(arithmetic.right());
        }
        if (term instanceof Term.Conversion conversion) {
            return isTheServers(conversion.converted());
        }
        return term instanceof Term.Call call && !TsqlFunctions.isKnown(call.function());
    }

    /** Solves {@code a + b = c} for either operand. */
    private void addOperands(Term.Arithmetic sum, Term other) {
        switch (sum.sign()) {
            case "+" -> {
                addSide(sum.left(), new Term.Arithmetic(other, "-", sum.right()));
                addSide(sum.right(), new Term.Arithmetic(other, "-", sum.left()));
            }
            case "-" -> {
                addSide(sum.left(), new Term.Arithmetic(other, "+", sum.right()));
                addSide(sum.right(), new Term.Arithmetic(sum.left(), "-", other));
            }
            case "*" -> {
                addSide(sum.left(), new Term.Arithmetic(other, "/", sum.right()));
                addSide(sum.right(), new Term.Arithmetic(other, "/", sum.left()));
            }
            // What is left over leaves itself over.
            case "%" -> addSide(sum.left(), other);
            default -> addSide(sum.left(), new Term.Arithmetic(other, "*", sum.right()));
        }
    }

    private void addTo(Term term, Hint hint) {
        if (term instanceof Term.Column column) {
            byColumn.computeIfAbsent(GeneratedRow.key(column.name()), name -> new ArrayList<>())
                    .add(hint);
        } else if (term instanceof Term.Call call) {
            call.arguments().forEach(argument -> addTo(argument, hint));
        } else if (term instanceof Term.Conversion conversion) {
            addTo(conversion.converted(), hint);
        }
    }
}

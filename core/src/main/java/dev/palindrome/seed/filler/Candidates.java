package dev.palindrome.seed.filler;

import dev.palindrome.seed.condition.Hint;
import dev.palindrome.seed.condition.LikePattern;
import dev.palindrome.seed.values.GeneratedRow;
import dev.palindrome.seed.values.NumberDomain;
import dev.palindrome.seed.values.TextDomain;
import dev.palindrome.seed.values.Value;
import dev.palindrome.seed.values.ValueDomain;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Values for a column that its hints lead to, given the rest of the row.
 *
 * @param domain what the column holds
 * @param hints what to try
 */
record Candidates(ValueDomain domain, List<Hint> hints) {

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private static final int MOST_OF_AN_ALPHABET = 8;

    /** Within what SMALLDATETIME holds. */
    private static final List<Object> FAR_AWAY = List.of("2001-02-03", "2077-08-09", "2078-09-10");

    /** Whether what fits may change from one day to the next. */
    boolean dependOnToday() {
        return hints.contains(new Hint.FarAway());
    }

    boolean isEmpty() {
        return hints.isEmpty();
    }

    /** In three of four cases one of them; else, or if there is none, nothing. */
    Optional<Value> oneOf(GeneratedRow row, SplittableRandom random, boolean nulls) {
        if (hints.isEmpty() || random.nextInt(4) == 0) {
            return Optional.empty();
        }
        List<Value> good = of(row, random).stream()
                .filter(value -> nulls || value.content() != null)
                .toList();
        return good.isEmpty() ? Optional.empty() : Optional.of(good.get(random.nextInt(good.size())));
    }

    /** Whatever the hints lead to, in their order. */
    Stream<Value> all(GeneratedRow row, SplittableRandom random) {
        return of(row, random).stream();
    }

    private List<Value> of(GeneratedRow row, SplittableRandom random) {
        List<Value> candidates = new ArrayList<>();
        for (Hint hint : hints) {
            if (hint instanceof Hint.Missing) {
                candidates.add(Value.NULL);
            } else {
                of(hint, row, random).forEach(value -> candidates.add(Value.of(value)));
            }
        }
        between(row, random).ifPresent(value -> candidates.add(Value.of(value)));
        return candidates;
    }

    /** What the hints name by itself, whatever the row, and what stands beside it. */
    Stream<Object> literals(String letter) {
        GeneratedRow nothing = new GeneratedRow(0);
        SplittableRandom random = new SplittableRandom(0);
        return hints.stream()
                .flatMap(hint -> hint instanceof Hint.OfLength length
                        ? lengths(length, nothing).flatMap(wanted -> ofLength(wanted, letter, random))
                        : hint instanceof Hint.Near ? of(hint, nothing, random) : Stream.empty());
    }

    /** A number between those that the hints name, so that not only the limits of a range are tried. */
    private Optional<Object> between(GeneratedRow row, SplittableRandom random) {
        if (!(domain instanceof NumberDomain)) {
            return Optional.empty();
        }
        List<BigDecimal> limits = hints.stream()
                .flatMap(hint -> hint instanceof Hint.Near near ? Stream.of(near.term()) : Stream.empty())
                .flatMap(term -> term.value(row).number().stream())
                .sorted()
                .toList();
        if (limits.size() < 2) {
            return Optional.empty();
        }
        BigDecimal least = limits.get(0);
        BigDecimal range = limits.get(limits.size() - 1).subtract(least);
        return domain.of(least.add(range.multiply(BigDecimal.valueOf(random.nextDouble()))));
    }

    private Stream<Object> of(Hint hint, GeneratedRow row, SplittableRandom random) {
        if (hint instanceof Hint.Near near) {
            return near.term().value(row).present().flatMap(domain::of).stream()
                    .flatMap(value -> domain.around(value).stream());
        }
        if (hint instanceof Hint.FarAway) {
            return FAR_AWAY.stream().flatMap(day -> domain.of(day).stream());
        }
        if (hint instanceof Hint.OfLength length) {
            return lengths(length, row).flatMap(wanted -> ofLength(wanted, LETTERS, random));
        }
        return hint instanceof Hint.LikeThis like ? like(like.pattern(), row, random) : Stream.empty();
    }

    private Stream<Object> ofLength(int length, String characters, SplittableRandom random) {
        return domain.ofLength(length, characters, random).stream();
    }

    /** Half of it too: DATALENGTH counts two bytes for each character of NVARCHAR. */
    private static Stream<Integer> lengths(Hint.OfLength hint, GeneratedRow row) {
        Optional<BigDecimal> number = hint.length().value(row).number();
        return number.map(BigDecimal::intValue).stream()
                .flatMap(length -> Stream.of(length, length + 1, length - 1, length / 2));
    }

    private Stream<Object> like(LikePattern pattern, GeneratedRow row, SplittableRandom random) {
        if (!(domain instanceof TextDomain)) {
            return Stream.empty();
        }
        Stream<Object> examples = pattern.example(random).flatMap(domain::of).stream();
        return Stream.concat(examples, pattern.alphabet().stream().flatMap(alphabet -> spelled(alphabet, row, random)));
    }

    /** Texts of an alphabet, of the lengths that other conditions want. */
    private Stream<Object> spelled(String alphabet, GeneratedRow row, SplittableRandom random) {
        Stream<Integer> wanted = hints.stream()
                .flatMap(hint -> hint instanceof Hint.OfLength length ? lengths(length, row) : Stream.empty());
        return Stream.concat(wanted, Stream.of(1 + random.nextInt(MOST_OF_AN_ALPHABET)))
                .flatMap(length -> ofLength(length, alphabet, random));
    }
}

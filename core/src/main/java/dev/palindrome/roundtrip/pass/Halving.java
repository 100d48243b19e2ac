package dev.palindrome.roundtrip.pass;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds with few tries which of some things are refused, one after the other: each is taken if it goes together with those that
 * have been taken before it. A try adds some; where they are not refused, they stay.
 */
final class Halving {

    private Halving() {}

    /**
     * Tries the halves, and the halves of those that are refused.
     *
     * @param things of which at least one is refused together with the others: one alone is not tried
     * @param adds tries to add some to what has been taken
     */
    static <T> void ofRefused(List<T> things, Predicate<List<T>> adds) {
        if (things.size() < 2) {
            return;
        }
        int middle = things.size() / 2;
        for (List<T> half : List.of(things.subList(0, middle), things.subList(middle, things.size()))) {
            if (!adds.test(half)) {
                ofRefused(half, adds);
            }
        }
    }

    /**
     * Adds groups of which nothing is refused.
     *
     * @param groups by name; at least one is refused
     * @param isGuessed the names of those that are not tried, because they seem to be refused
     * @param isBlamed the names of those that the last failure is about, as far as it tells; nor are these tried
     * @param adds tries to add some things to what has been taken
     * @return all things of the groups that were not added
     */
    static <T> List<T> refusing(
            Map<String, List<T>> groups,
            Predicate<String> isGuessed,
            Predicate<String> isBlamed,
            Predicate<List<T>> adds) {
        Set<String> left = new LinkedHashSet<>(groups.keySet());
        Predicate<List<String>> addsGroups = names -> {
            boolean isAdded = adds.test(of(groups, names));
            if (isAdded) {
                names.forEach(left::remove);
            }
            return isAdded;
        };
        List<String> others =
                groups.keySet().stream().filter(isGuessed.negate()).toList();
        while (!others.isEmpty() && !addsGroups.test(others)) {
            List<String> notBlamed = others.stream().filter(isBlamed.negate()).toList();
            if (notBlamed.size() == others.size()) {
                ofRefused(others, addsGroups);
                break;
            }
            others = notBlamed;
        }
        return of(groups, left);
    }

    private static <T> List<T> of(Map<String, List<T>> groups, Collection<String> names) {
        return names.stream()
                .flatMap(name -> groups.getOrDefault(name, List.of()).stream())
                .toList();
    }
}

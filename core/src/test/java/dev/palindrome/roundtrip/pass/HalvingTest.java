package dev.palindrome.roundtrip.pass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalvingTest {

    private static final int IN_A_GROUP = 5;

    /** Refuses some things, and pairs within a group; counts what it is asked. */
    private static final class Refusals {

        private final Set<Integer> bad = new HashSet<>();
        private final Map<Integer, Integer> pairs = new LinkedHashMap<>();
        private final Set<Integer> taken = new TreeSet<>();
        private Set<Integer> blamed = Set.of();
        private int tries;

        Refusals(Random random, int groups) {
            for (int group = 0; group < groups; group++) {
                int first = group * IN_A_GROUP;
                if (random.nextInt(3) == 0) {
                    IntStream.range(0, 1 + random.nextInt(IN_A_GROUP))
                            .forEach(i -> bad.add(first + random.nextInt(IN_A_GROUP)));
                }
                if (random.nextInt(4) == 0) {
                    pairs.put(first, first + 1 + random.nextInt(IN_A_GROUP - 1));
                }
            }
        }

        boolean refuses(Set<Integer> all) {
            return !refused(all).isEmpty();
        }

        private Set<Integer> refused(Set<Integer> all) {
            Set<Integer> refused = new TreeSet<>(all);
            refused.removeIf(
                    thing -> !bad.contains(thing) && !(pairs.containsKey(thing) && all.contains(pairs.get(thing))));
            return refused;
        }

        boolean adds(List<Integer> some) {
            tries++;
            Set<Integer> all = new TreeSet<>(taken);
            all.addAll(some);
            if (refuses(all)) {
                blamed = Set.of(refused(all).iterator().next() / IN_A_GROUP);
                return false;
            }
            taken.addAll(some);
            return true;
        }

        Set<Integer> oneByOne(int things) {
            Set<Integer> kept = new TreeSet<>();
            for (int i = 0; i < things; i++) {
                kept.add(i);
                if (refuses(kept)) {
                    kept.remove(i);
                }
            }
            return kept;
        }
    }

    private static Map<String, List<Integer>> groups(int count) {
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int group = 0; group < count; group++) {
            int first = group * IN_A_GROUP;
            groups.put(
                    "" + group,
                    IntStream.range(first, first + IN_A_GROUP).boxed().toList());
        }
        return groups;
    }

    private static List<Integer> all(int groups) {
        return IntStream.range(0, groups * IN_A_GROUP).boxed().toList();
    }

    @Test
    void whatIsLeftIsWhatTryingOneByOneLeaves() {
        for (int seed = 0; seed < 300; seed++) {
            int groups = 1 + seed % 9;
            Refusals refusals = new Refusals(new Random(seed), groups);
            if (!refusals.refuses(new TreeSet<>(all(groups)))) {
                continue;
            }

            Halving.ofRefused(all(groups), refusals::adds);

            assertThat(refusals.taken).as("seed %d", seed).isEqualTo(refusals.oneByOne(groups * IN_A_GROUP));
        }
    }

    @Test
    void groupsFirstLeaveTheSameWhateverIsGuessedOrBlamed() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int groups = 2 + seed % 9;
            Refusals refusals = new Refusals(random, groups);
            if (!refusals.refuses(new TreeSet<>(all(groups)))) {
                continue;
            }
            Set<String> guessed = new HashSet<>();
            IntStream.range(0, random.nextInt(groups)).forEach(i -> guessed.add("" + random.nextInt(groups)));
            boolean blames = seed % 2 == 0;

            List<Integer> left = Halving.refusing(
                    groups(groups),
                    guessed::contains,
                    group -> blames && refusals.blamed.contains(Integer.valueOf(group)),
                    refusals::adds);
            assertThat(left).as("seed %d", seed).noneMatch(refusals.taken::contains);
            Halving.ofRefused(left, refusals::adds);

            assertThat(refusals.taken).as("seed %d", seed).isEqualTo(refusals.oneByOne(groups * IN_A_GROUP));
        }
    }

    @Test
    void aRightGuessTakesOneTry() {
        Refusals refusals = new Refusals(new Random(1), 200);
        Set<String> refusing = new HashSet<>();
        new TreeSet<>(refusals.refused(new TreeSet<>(all(200))))
                .forEach(thing -> refusing.add("" + thing / IN_A_GROUP));

        List<Integer> left = Halving.refusing(groups(200), refusing::contains, group -> false, refusals::adds);

        assertThat(left).hasSize(refusing.size() * IN_A_GROUP);
        assertThat(refusals.tries).isEqualTo(1);
    }

    @Test
    void whatAFailureTellsTakesOneTryForEachGroup() {
        Refusals refusals = new Refusals(new Random(2), 200);
        Set<Integer> refusing = new HashSet<>();
        refusals.refused(new TreeSet<>(all(200))).forEach(thing -> refusing.add(thing / IN_A_GROUP));

        List<Integer> left = Halving.refusing(
                groups(200), group -> false, group -> refusals.blamed.contains(Integer.valueOf(group)), refusals::adds);

        assertThat(left).hasSize(refusing.size() * IN_A_GROUP);
        assertThat(refusals.tries).isEqualTo(refusing.size() + 1);
    }

    @Test
    void fewRefusedAmongManyTakeFewTries() {
        List<Integer> asked = new ArrayList<>();

        Halving.<Integer>ofRefused(IntStream.range(0, 1024).boxed().toList(), some -> {
            asked.add(some.size());
            return !some.contains(700);
        });

        assertThat(asked).hasSize(20);
    }
}

package dev.palindrome.production.mask;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The rules about members of one column's documents.
 *
 * @param rules each with a path, the most exact first
 * @param rest the rule that lets all else stay; missing where none speaks of it
 */
record MemberRules(List<MaskRule> rules, Optional<MaskRule> rest) {

    MemberRules {
        rules = List.copyOf(rules);
    }

    /** The column as masking takes it. */
    MaskedColumn column(PlanColumn target, PlanShapes shapes) {
        MaskRule first = rest.orElse(rules.get(0));
        MaskKind kind = new MaskKind.Members(rest.map(MaskRule::kind).map(keep -> ((MaskKind.Keep) keep).reason()));
        List<MaskedColumn> members = rules.stream()
                .map(rule -> new MaskedColumn(
                        target.column().name(), rule.kind(), rule, shapes.ofMember(target, rule.kind()), List.of()))
                .toList();
        return new MaskedColumn(target.column().name(), kind, first, shapes.of(target, kind), members);
    }

    /**
     * Puts rules in order: what names table and column counts first, then what names a member more exactly, then what stands
     * further down.
     *
     * @param target whose members they are about
     * @param rules in the order in which they stand
     * @param wrong gets those that contradict one another
     */
    static List<MaskRule> inOrder(PlanColumn target, List<MaskRule> rules, Set<String> wrong) {
        List<MaskRule> ordered = new ArrayList<>();
        for (int i = rules.size() - 1; i >= 0; i--) {
            ordered.add(rules.get(i));
        }
        ordered.sort(Comparator.comparingInt(MaskRule::rank)
                .thenComparingInt(rule -> rule.path().orElseThrow().exactness())
                .reversed());
        List<MaskRule> counting = new ArrayList<>();
        for (MaskRule rule : ordered) {
            Optional<MaskRule> same = counting.stream()
                    .filter(other -> other.path().equals(rule.path()))
                    .findFirst();
            if (same.isEmpty()) {
                counting.add(rule);
            } else if (rule.isExact()
                    && rule.rank() == same.get().rank()
                    && !rule.kind().equals(same.get().kind())) {
                wrong.add(PlanMaking.contradiction(
                        rule, same.get(), target + " " + rule.path().orElseThrow()));
            }
        }
        return counting;
    }
}

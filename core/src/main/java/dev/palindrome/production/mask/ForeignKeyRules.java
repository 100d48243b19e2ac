package dev.palindrome.production.mask;

import dev.palindrome.schema.ForeignKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Carries the rules of columns over to the foreign keys that point to them, because both have to stay the same. */
final class ForeignKeyRules {

    private final Map<String, PlanColumn> targets;
    private final Map<String, MaskRule> chosen;
    private final Collection<String> wrong;
    private final Collection<String> notes;
    private final Map<String, List<String>> parents = new LinkedHashMap<>();
    private final Set<String> done = new HashSet<>();

    ForeignKeyRules(
            Map<String, PlanColumn> targets,
            Map<String, MaskRule> chosen,
            Collection<String> wrong,
            Collection<String> notes) {
        this.targets = targets;
        this.chosen = chosen;
        this.wrong = wrong;
        this.notes = notes;
    }

    void carryOver() {
        targets.values().forEach(this::findParents);
        List.copyOf(parents.keySet()).forEach(this::settle);
    }

    /** What is computed of others follows them by itself. */
    private void findParents(PlanColumn target) {
        if (target.column().computed().isPresent()) {
            return;
        }
        for (ForeignKey key : target.table().foreignKeys()) {
            for (int i = 0; i < key.columns().size(); i++) {
                String parent = PlanColumn.key(
                        key.referencedSchema(),
                        key.referencedTable(),
                        key.referencedColumns().get(i));
                boolean ofTarget =
                        key.columns().get(i).equalsIgnoreCase(target.column().name());
                if (ofTarget && targets.containsKey(parent) && !parent.equals(target.key())) {
                    parents.computeIfAbsent(target.key(), absent -> new ArrayList<>())
                            .add(parent);
                }
            }
        }
    }

    /** Parents first. Keys in a circle are settled by the one that was begun with. */
    private void settle(String child) {
        if (done.add(child)) {
            List<String> all = parents.getOrDefault(child, List.of());
            all.forEach(this::settle);
            if (!all.isEmpty()) {
                settle(child, all);
            }
        }
    }

    private void settle(String child, List<String> all) {
        PlanColumn target = target(child);
        MaskRule own = chosen.get(child);
        MaskRule carried = null;
        String from = all.get(0);
        for (String parent : all) {
            MaskRule rule = changing(parent);
            if (rule != null && carried != null && !rule.kind().equals(carried.kind())) {
                wrong.add(
                        "%s refers to %s and to %s, which become different things by %s and %s. Give both the same kind."
                                .formatted(target, target(from), target(parent), carried.place(), rule.place()));
            }
            if (rule != null) {
                carried = rule;
                from = parent;
            }
        }
        if (carried == null) {
            stay(target, target(from), own);
        } else {
            follow(target, target(from), own, carried);
        }
    }

    private void follow(PlanColumn child, PlanColumn parent, @Nullable MaskRule own, MaskRule carried) {
        if (own != null && own.kind() instanceof MaskKind.Null) {
            return;
        }
        if (carried.kind() instanceof MaskKind.Pattern) {
            wrong.add(
                    "%s: %s refers to %s, so that a pattern for it would have to hold in both tables. Give it another kind."
                            .formatted(carried.place(), child, parent));
        }
        if (own != null && own.isExact() && !own.kind().equals(carried.kind())) {
            wrong.add(
                    "%s: %s refers to %s, which becomes something else by %s. Leave the rule out: that one holds for both."
                            .formatted(own.place(), child, parent, carried.place()));
        }
        chosen.put(child.key(), carried);
    }

    /** What refers to values that stay has to stay, but for NULL. */
    private void stay(PlanColumn child, PlanColumn parent, @Nullable MaskRule own) {
        if (own == null || own.kind() instanceof MaskKind.Null || own.kind() instanceof MaskKind.Keep) {
            return;
        }
        if (own.isExact()) {
            wrong.add("%s: %s refers to %s, whose values stay. Give that one the rule: it holds for both then."
                    .formatted(own.place(), child, parent));
        } else {
            notes.add("%s: %s is passed by: it refers to %s, whose values stay".formatted(own.place(), child, parent));
            chosen.remove(child.key());
        }
    }

    private @Nullable MaskRule changing(String key) {
        MaskRule rule = chosen.get(key);
        return rule == null || rule.kind() instanceof MaskKind.Keep ? null : rule;
    }

    private PlanColumn target(String key) {
        return Objects.requireNonNull(targets.get(key));
    }
}

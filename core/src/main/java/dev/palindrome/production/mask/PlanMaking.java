package dev.palindrome.production.mask;

import dev.palindrome.production.MaskException;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds rules against a schema. All that is wrong is said at once. */
final class PlanMaking {

    private final List<MaskRule> rules;
    private final SchemaSnapshot schema;
    private final Set<String> wrong = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<MaskRule> used = new HashSet<>();
    private final Map<String, MemberRules> members = new LinkedHashMap<>();

    /** What a foreign key makes a column the same as, by its {@link PlanColumn#key}. */
    private final Map<String, String> keyPartners = new HashMap<>();

    PlanMaking(List<MaskRule> rules, SchemaSnapshot schema) {
        this.rules = rules;
        this.schema = schema;
    }

    MaskPlan make() {
        Map<String, PlanColumn> targets = targets();
        schema.tables().forEach(this::findKeyPartners);
        Map<String, MaskRule> chosen = new LinkedHashMap<>();
        targets.forEach((key, target) -> choose(target).ifPresent(rule -> chosen.put(key, rule)));
        new UnknownNames(schema.tables()).of(rules, used).forEach(wrong::add);
        new ForeignKeyRules(targets, chosen, wrong, notes).carryOver();
        rules.stream()
                .filter(rule ->
                        !used.contains(rule) && !rule.isExact() && !rule.table().isExact())
                .forEach(rule -> notes.add("%s: no column fits %s".formatted(rule.place(), rule)));
        if (!wrong.isEmpty()) {
            throw new MaskException(String.join(System.lineSeparator(), wrong));
        }
        return new MaskPlan(tables(targets, chosen), notes);
    }

    private Map<String, PlanColumn> targets() {
        Map<String, PlanColumn> targets = new LinkedHashMap<>();
        for (Table table : schema.tables()) {
            for (Column column : table.columns()) {
                PlanColumn target = new PlanColumn(table, column, column.type().map(this::withoutAlias));
                targets.put(target.key(), target);
            }
        }
        return targets;
    }

    private DeclaredType withoutAlias(DeclaredType type) {
        return schema.objects(ObjectKind.ALIAS_TYPE).stream()
                .filter(alias -> BracketedName.of(alias.name()).equalsIgnoreCase(type.name()))
                .findFirst()
                .flatMap(alias -> new Column(alias).type())
                .orElse(type);
    }

    /** The rule for its values as a whole; missing where there is none, or where {@link #members} have theirs. */
    private Optional<MaskRule> choose(PlanColumn target) {
        List<MaskRule> fitting = rules.stream()
                .filter(rule -> rule.isAbout(target.table(), target.column().name()))
                .toList();
        used.addAll(fitting);
        Optional<MaskRule> whole = best(
                target, fitting.stream().filter(rule -> rule.path().isEmpty()).toList());
        List<MaskRule> ofMembers =
                MemberRules.inOrder(
                                target,
                                fitting.stream()
                                        .filter(rule -> rule.path().isPresent())
                                        .toList(),
                                wrong)
                        .stream()
                        .filter(rule -> isPossibleForMembers(target, rule))
                        .toList();
        if (!ofMembers.isEmpty() && countMembers(target, whole, ofMembers.get(0))) {
            members.put(
                    target.key(),
                    new MemberRules(ofMembers, whole.filter(rule -> rule.kind() instanceof MaskKind.Keep)));
            return Optional.empty();
        }
        return whole.filter(rule -> isPossible(target, rule));
    }

    /** Whether it is the rules about members that count. What lets the whole stay lets the rest stay then. */
    private boolean countMembers(PlanColumn target, Optional<MaskRule> whole, MaskRule first) {
        int rank = whole.map(MaskRule::rank).orElse(-1);
        if (whole.isEmpty() || rank < first.rank()) {
            return true;
        }
        boolean isAsExact = rank == first.rank();
        if (whole.get().kind() instanceof MaskKind.Keep) {
            return isAsExact;
        }
        if (isAsExact && first.isExact()) {
            wrong.add("%s makes all of %s another, and %s a member of it. Leave one of them out."
                    .formatted(whole.get().place(), target, first.place()));
        }
        return false;
    }

    /** Of the rules that are about a column the most exact one, of those as exact the last. */
    private Optional<MaskRule> best(PlanColumn target, List<MaskRule> fitting) {
        MaskRule best = null;
        for (MaskRule rule : fitting) {
            if (best != null
                    && rule.isExact()
                    && rule.rank() == best.rank()
                    && !rule.kind().equals(best.kind())) {
                wrong.add(contradiction(best, rule, target.toString()));
            }
            best = best == null || rule.rank() >= best.rank() ? rule : best;
        }
        return Optional.ofNullable(best);
    }

    static String contradiction(MaskRule one, MaskRule other, String what) {
        return "%s and %s say different things of %s: %s and %s. Leave one of them out."
                .formatted(one.place(), other.place(), what, one.kind(), other.kind());
    }

    /** Columns that hold no JSON are none that a wildcard means. */
    private boolean isPossibleForMembers(PlanColumn target, MaskRule rule) {
        Optional<String> otherType = ColumnRefusal.ofMembers(target);
        Optional<String> impossible = ColumnRefusal.ofAnyChange(target);
        if (!rule.isExact() && (otherType.isPresent() || impossible.isPresent())) {
            if (otherType.isEmpty() && !target.table().isHistory()) {
                notes.add("%s: %s is passed by: it %s".formatted(rule.place(), target, impossible.get()));
            }
            return false;
        }
        Optional<String> inKey = rule.kind() instanceof MaskKind.Keep
                ? Optional.empty()
                : Optional.ofNullable(keyPartners.get(target.key()));
        if (inKey.isPresent() && !rule.isExact()) {
            notes.add("%s: %s is passed by: it %s".formatted(rule.place(), target, inKey.get()));
            return false;
        }
        Optional<String> refusal = impossible
                .or(() -> otherType)
                .or(() -> inKey.map(key -> key + ": give it a rule without a path"))
                .or(() -> ColumnRefusal.ofMember(target, rule.kind()));
        refusal.ifPresent(why -> wrong.add("%s: %s %s.".formatted(rule.place(), target, why)));
        return refusal.isEmpty() && hasClass(rule);
    }

    private void findKeyPartners(Table table) {
        for (ForeignKey key : table.foreignKeys()) {
            for (int i = 0; i < key.columns().size(); i++) {
                String child = key.columns().get(i);
                String parent = key.referencedColumns().get(i);
                keyPartners.putIfAbsent(
                        PlanColumn.key(table.schema(), table.name(), child),
                        "refers to %s.%s.%s, so that both have to stay the same"
                                .formatted(key.referencedSchema(), key.referencedTable(), parent));
                keyPartners.putIfAbsent(
                        PlanColumn.key(key.referencedSchema(), key.referencedTable(), parent),
                        "is what %s.%s refers to, so that both have to stay the same".formatted(table, child));
            }
        }
    }

    private boolean hasClass(MaskRule rule) {
        Optional<String> refusal = ColumnRefusal.ofClass(rule.kind());
        refusal.ifPresent(why -> wrong.add("%s: %s.".formatted(rule.place(), why)));
        return refusal.isEmpty();
    }

    /** What a wildcard cannot do is passed by; what a rule by name cannot do is an error. */
    private boolean isPossible(PlanColumn target, MaskRule rule) {
        if (rule.kind() instanceof MaskKind.Keep) {
            return !target.table().isHistory();
        }
        Optional<String> impossible =
                ColumnRefusal.ofAnyChange(target).or(() -> ColumnRefusal.ofType(target, rule.kind()));
        if (impossible.isPresent() && !rule.isExact()) {
            if (!target.table().isHistory()) {
                notes.add("%s: %s is passed by: it %s".formatted(rule.place(), target, impossible.get()));
            }
            return false;
        }
        Optional<String> refusal = impossible.or(() -> ColumnRefusal.ofKind(target, rule.kind()));
        refusal.ifPresent(why -> wrong.add("%s: %s %s.".formatted(rule.place(), target, why)));
        return hasClass(rule) && refusal.isEmpty();
    }

    private List<MaskedTable> tables(Map<String, PlanColumn> targets, Map<String, MaskRule> chosen) {
        PlanShapes shapes = new PlanShapes(targets, chosen);
        List<MaskedTable> tables = new ArrayList<>();
        for (Table table : schema.tables()) {
            List<MaskedColumn> columns = columns(table, targets, chosen, shapes);
            if (!columns.isEmpty()) {
                tables.add(new MaskedTable(table, columns));
            }
        }
        return tables;
    }

    private List<MaskedColumn> columns(
            Table table, Map<String, PlanColumn> targets, Map<String, MaskRule> chosen, PlanShapes shapes) {
        List<MaskedColumn> columns = new ArrayList<>();
        for (Column column : table.columns()) {
            String key = PlanColumn.key(table.schema(), table.name(), column.name());
            MaskRule rule = chosen.get(key);
            PlanColumn target = targets.get(key);
            MemberRules ofMembers = members.get(key);
            if (target != null && ofMembers != null) {
                columns.add(ofMembers.column(target, shapes));
            } else if (rule != null && target != null) {
                columns.add(
                        new MaskedColumn(column.name(), rule.kind(), rule, shapes.of(target, rule.kind()), List.of()));
            }
        }
        return columns;
    }
}

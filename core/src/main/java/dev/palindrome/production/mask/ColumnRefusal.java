package dev.palindrome.production.mask;

import dev.palindrome.production.mask.value.Replacements;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.text.NearestName;
import java.util.List;
import java.util.Optional;

/** Why a column's values cannot become what a rule asks for. */
final class ColumnRefusal {

    private ColumnRefusal() {}

    /** Why nobody can change its values; empty where somebody can. */
    static Optional<String> ofAnyChange(PlanColumn target) {
        if (target.table().isHistory()) {
            return Optional.of(
                    "is in the history of a temporal table, which follows the rules of its table: name that one");
        }
        if (target.column().computed().isPresent()) {
            return Optional.of("is computed from other columns: mask these");
        }
        if (target.column().object().get(Property.GENERATED).isPresent()) {
            return Optional.of("is written by the server for each change of the row");
        }
        if (target.column().identity().isPresent()) {
            return Optional.of(
                    "is an identity, which SQL Server does not let anybody change. A number that only counts tells"
                            + " nothing of a person: say keep <reason>");
        }
        if (target.type().isEmpty() || target.type().get().isRowversion()) {
            return Optional.of("is a rowversion, which the server writes");
        }
        return Optional.empty();
    }

    /** Why its type does not take what a kind makes; empty where it does. */
    static Optional<String> ofType(PlanColumn target, MaskKind kind) {
        Optional<SqlType> type = target.type().flatMap(declared -> declared.sqlType());
        if (kind instanceof MaskKind.Fake fake) {
            return type.filter(known -> Replacements.fit(fake.kind(), known)).isPresent()
                    ? Optional.empty()
                    : Optional.of("is of the type %s, which takes no %s: give it constant …, null, or keep <reason>"
                            .formatted(named(target), fake));
        }
        if (kind instanceof MaskKind.Pattern
                && type.filter(known -> known.family().isText()).isEmpty()) {
            return Optional.of(
                    "is of the type %s, and a pattern makes a text: give it constant …, null, or keep <reason>"
                            .formatted(named(target)));
        }
        return Optional.empty();
    }

    /** Why its values are no documents of JSON; empty where they may be. */
    static Optional<String> ofMembers(PlanColumn target) {
        Optional<SqlTypeFamily> family = target.type().flatMap(DeclaredType::family);
        return family.filter(known -> known.isText() || known == SqlTypeFamily.JSON)
                        .isPresent()
                ? Optional.empty()
                : Optional.of("is of the type %s, which holds no JSON: leave the path out".formatted(named(target)));
    }

    /** What is wrong with a rule for members; empty where nothing is. */
    static Optional<String> ofMember(PlanColumn target, MaskKind kind) {
        return kind instanceof MaskKind.Pattern pattern ? ofPattern(target, pattern) : Optional.empty();
    }

    private static String named(PlanColumn target) {
        return target.type().map(Object::toString).orElse("unknown");
    }

    /** What is wrong with a rule, whether it names the column or not; empty where nothing is. */
    static Optional<String> ofKind(PlanColumn target, MaskKind kind) {
        if (kind instanceof MaskKind.Null && !target.column().isNullable()) {
            return Optional.of("is NOT NULL, so that it takes no null: give it another kind, such as constant …");
        }
        boolean same = kind instanceof MaskKind.Null || kind instanceof MaskKind.Constant;
        if (same && isUniqueAlone(target)) {
            return Optional.of("is unique, so that not every row can have the same: give it another kind, such as a"
                    + " pattern with the key in it");
        }
        return kind instanceof MaskKind.Pattern pattern ? ofPattern(target, pattern) : Optional.empty();
    }

    private static boolean isUniqueAlone(PlanColumn target) {
        return target.table().uniqueKeys().stream()
                .filter(key -> key.filter().isEmpty())
                .map(UniqueKey::columns)
                .anyMatch(columns -> columns.size() == 1
                        && columns.get(0).equalsIgnoreCase(target.column().name()));
    }

    private static Optional<String> ofPattern(PlanColumn target, MaskKind.Pattern pattern) {
        List<String> known =
                target.table().columns().stream().map(column -> column.name()).toList();
        for (MaskKind.Part part : pattern.parts()) {
            if (part instanceof MaskKind.Part.OfColumn named) {
                if (known.stream().noneMatch(named.name()::equalsIgnoreCase)) {
                    return Optional.of("has a pattern that names %s, and its table has no such column%s"
                            .formatted(named.name(), NearestName.question(named.name(), known)));
                }
                if (named.name().equalsIgnoreCase(target.column().name())) {
                    return Optional.of(
                            "has a pattern that names the column itself, so that its value would stay in it");
                }
            }
        }
        return Optional.empty();
    }

    /** What is wrong with a class; empty where nothing is. */
    static Optional<String> ofClass(MaskKind kind) {
        return kind instanceof MaskKind.Custom custom ? CustomMask.refusal(custom.className()) : Optional.empty();
    }
}

package dev.palindrome.production.mask;

import dev.palindrome.production.mask.value.ColumnShape;
import dev.palindrome.production.mask.value.FakeKind;
import dev.palindrome.schema.Column;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What columns take. All of one kind count as long as the narrowest of them, so that the same value is cut nowhere: joins over
 * columns of different lengths hold.
 */
final class PlanShapes {

    /** A column that is narrower than an address counts for itself alone. */
    private static final int NARROW = 14;

    private final Map<FakeKind, Integer> narrowest = new EnumMap<>(FakeKind.class);

    PlanShapes(Map<String, PlanColumn> targets, Map<String, MaskRule> chosen) {
        chosen.forEach((key, rule) -> {
            PlanColumn target = targets.get(key);
            if (target != null && rule.kind() instanceof MaskKind.Fake fake) {
                int length = length(target);
                if (length >= NARROW) {
                    narrowest.merge(fake.kind(), length, Math::min);
                }
            }
        });
    }

    private static int length(PlanColumn target) {
        return target.type().map(type -> type.length().orElse(0)).orElse(0);
    }

    ColumnShape of(PlanColumn target, MaskKind kind) {
        DeclaredType type = target.type().orElseGet(() -> DeclaredType.parse("SQL_VARIANT"));
        boolean unique = target.table().uniqueKeys().stream()
                .anyMatch(key -> key.columns().stream().anyMatch(target.column().name()::equalsIgnoreCase));
        return new ColumnShape(
                type.sqlType().orElse(SqlType.SQL_VARIANT),
                length(target, kind),
                type.precision().orElse(0),
                type.scale().orElse(0),
                unique,
                target.column().isNullable());
    }

    /**
     * What a member of the documents in a column takes: a text of any length. A computed column that must be unique may be made
     * of it, so that its values have to stay different then.
     */
    ColumnShape ofMember(PlanColumn target, MaskKind kind) {
        String column = target.column().name().toLowerCase(Locale.ROOT);
        List<String> made = target.table().columns().stream()
                .filter(each -> each.computed()
                        .filter(text -> text.toLowerCase(Locale.ROOT).contains(column))
                        .isPresent())
                .map(Column::name)
                .toList();
        boolean isUnique = target.table().uniqueKeys().stream()
                .flatMap(key -> key.columns().stream())
                .anyMatch(key -> key.equalsIgnoreCase(column) || made.stream().anyMatch(key::equalsIgnoreCase));
        int length = kind instanceof MaskKind.Fake fake && fake.kind() != FakeKind.TEXT
                ? narrowest.getOrDefault(fake.kind(), 0)
                : 0;
        return new ColumnShape(SqlType.NVARCHAR, length, 0, 0, isUnique, true);
    }

    /** Of free texts each is as long as it was: they need not be the same elsewhere. */
    private int length(PlanColumn target, MaskKind kind) {
        int own = length(target);
        boolean shared = kind instanceof MaskKind.Fake fake && fake.kind() != FakeKind.TEXT;
        return shared && (own == 0 || own >= NARROW) ? narrowest.getOrDefault(((MaskKind.Fake) kind).kind(), own) : own;
    }
}

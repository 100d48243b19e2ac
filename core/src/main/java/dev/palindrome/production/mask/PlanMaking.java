package dev.palindrome.production.mask;

import dev.palindrome.production.MaskException;
import dev.palindrome.production.mask.value.ColumnShape;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds rules against a schema. */
final class PlanMaking {

    private final List<MaskRule> rules;
    private final SchemaSnapshot schema;

    PlanMaking(List<MaskRule> rules, SchemaSnapshot schema) {
        this.rules = rules;
        this.schema = schema;
    }

    MaskPlan make() {
        List<MaskedTable> tables = new ArrayList<>();
        for (Table table : schema.tables()) {
            List<MaskedColumn> columns = new ArrayList<>();
            for (Column column : table.columns()) {
                rule(table, column)
                        .ifPresent(rule ->
                                columns.add(new MaskedColumn(column.name(), rule.kind(), rule, shape(table, column))));
            }
            if (!columns.isEmpty()) {
                tables.add(new MaskedTable(table, columns));
            }
        }
        for (MaskRule rule : rules) {
            if (rule.isExact()
                    && tables.stream()
                            .noneMatch(masked -> masked.columns().stream()
                                    .anyMatch(column -> column.rule().equals(rule)))) {
                throw new MaskException(
                        "%s: there is no column %s.%s.".formatted(rule.place(), rule.table(), rule.column()));
            }
        }
        return new MaskPlan(tables, List.of());
    }

    private Optional<MaskRule> rule(Table table, Column column) {
        MaskRule best = null;
        for (MaskRule rule : rules) {
            boolean fits =
                    rule.schema().map(name -> name.matches(table.schema())).orElse(true)
                            && rule.table().matches(table.name())
                            && rule.column().matches(column.name());
            if (fits && (best == null || rank(rule) >= rank(best))) {
                best = rule;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int rank(MaskRule rule) {
        return (rule.table().isExact() ? 2 : 0) + (rule.column().isExact() ? 1 : 0);
    }

    private static ColumnShape shape(Table table, Column column) {
        DeclaredType type = column.type().orElseThrow();
        boolean unique =
                table.uniqueKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
        return new ColumnShape(
                type.sqlType().orElse(SqlType.SQL_VARIANT),
                type.length().orElse(0),
                type.precision().orElse(0),
                type.scale().orElse(0),
                unique,
                column.isNullable());
    }
}

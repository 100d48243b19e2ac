package dev.palindrome.production.export;

import dev.palindrome.production.ExportException;
import dev.palindrome.production.PersonalColumn;
import dev.palindrome.production.mask.MaskPlan;
import dev.palindrome.production.mask.MaskedColumn;
import dev.palindrome.production.mask.MaskedTable;
import dev.palindrome.production.mask.run.RowMask;
import dev.palindrome.production.mask.run.RowMasks;
import dev.palindrome.production.scan.PersonalDataScan;
import dev.palindrome.progress.LongStep;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.DataFileWriter;
import dev.palindrome.sql.SqlRunner;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of personal data in the rows of an export. */
final class ExportMasks {

    private final MaskPlan plan;
    private final Optional<RowMasks> masks;
    private final Map<Table, Optional<RowMask>> byTable = new HashMap<>();

    private ExportMasks(MaskPlan plan, Optional<RowMasks> masks) {
        this.plan = plan;
        this.masks = masks;
    }

    static ExportMasks of(ExportRequest request, SchemaSnapshot schema) {
        return request.masking()
                .map(masking -> {
                    MaskPlan plan = MaskPlan.of(masking.rules(), schema);
                    return new ExportMasks(plan, Optional.of(RowMasks.of(plan, masking.key())));
                })
                .orElseGet(() -> new ExportMasks(new MaskPlan(List.of(), List.of()), Optional.empty()));
    }

    /** Refuses columns that the scan is sure of, where no rule speaks of them. */
    void check(Subset subset, List<PersonalColumn> findings) {
        List<String> open = findings.stream()
                .filter(finding -> finding.confidence() >= PersonalDataScan.SURE && isOpen(subset, finding))
                .map(finding -> "  " + finding)
                .toList();
        if (!open.isEmpty()) {
            throw new ExportException(
                    "These columns seem to hold personal data, and no rule speaks of them:\n%s\nGive each a rule: a kind, a constant, null, or keep with the reason why its values may stay. Nothing was written."
                            .formatted(String.join("\n", open)));
        }
    }

    private boolean isOpen(Subset subset, PersonalColumn finding) {
        return subset.tables().stream()
                .map(SubsetTable::table)
                .filter(table -> table.toString().equals(finding.table()))
                .flatMap(table -> DataFileWriter.columns(table).stream()
                        .filter(column -> column.name().equals(finding.column())
                                && rule(table, column)
                                        .filter(masked -> masked.decides(finding.path()))
                                        .isEmpty()))
                .findFirst()
                .isPresent();
    }

    List<String> notes() {
        return plan.notes();
    }

    /** When all is written: paths that were in no document. */
    List<String> notesOfRows() {
        return masks.map(RowMasks::notes).orElse(List.of());
    }

    Optional<RowMask> of(Table table) {
        return byTable.computeIfAbsent(table, each -> masks.flatMap(it -> it.of(each)));
    }

    /** Whether a rule speaks of a column, be it that its values stay. */
    private boolean speakOf(Table table, Column column) {
        return rule(table, column).isPresent();
    }

    private Optional<MaskedColumn> rule(Table table, Column column) {
        return plan.tables().stream()
                .filter(masked -> masked.table().equals(table))
                .map(MaskedTable::columns)
                .flatMap(List::stream)
                .filter(masked -> masked.name().equals(column.name()))
                .findFirst();
    }

    /** Looks at all values that must be known before the first one is written. */
    void learn(Subset subset, ExportSql sql, ExportEngine engine, SqlRunner runner, LongStep step) {
        if (masks.isEmpty()) {
            return;
        }
        learn(subset, sql, engine, runner, step, false);
        if (masks.get().hasConflicts()) {
            learn(subset, sql, engine, runner, step, true);
        }
        masks.get().settle();
    }

    private void learn(
            Subset subset, ExportSql sql, ExportEngine engine, SqlRunner runner, LongStep step, boolean again) {
        for (SubsetTable table : subset.tables()) {
            Optional<RowMask> mask = of(table.table()).filter(RowMask::mustLearn);
            if (mask.isPresent()) {
                step.at("reads %s%s".formatted(table, again ? " again" : ""));
                List<String> columns = mask.get().read().stream()
                        .map(name -> "t." + engine.quoted(name))
                        .toList();
                learn(runner, sql.rows(table, columns), table, mask.get(), again);
            }
        }
    }

    private static void learn(SqlRunner runner, String rows, SubsetTable table, RowMask mask, boolean again) {
        try {
            runner.query(rows).forEach(row -> mask.learn(row, 1, again));
        } catch (SQLException e) {
            throw UnreadableRows.of(table, e);
        }
    }

    /** Refuses a text that is written as it is and holds what was masked elsewhere. */
    void check(SubsetTable table, Column column, Object value) {
        if (value instanceof String text && !speakOf(table.table(), column)) {
            checkText(table, column, text);
        }
    }

    /** The same for what is left of a document in which members are masked. */
    void checkText(SubsetTable table, Column column, String text) {
        if (masks.isPresent() && masks.get().isLeftIn(text)) {
            throw new ExportException(
                    "In %s.%s stands an e-mail address, a phone or a number of a person that is masked elsewhere. Give the column a rule: a kind, a constant, null, or keep with the reason why its values may stay. Nothing was written."
                            .formatted(table, column.name()));
        }
    }
}

package dev.palindrome.seed.refusal;

import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.SeedException;
import java.sql.SQLException;
import java.util.Optional;

/** A row that the database did not take, or that would not fit. Nothing of its load was kept. */
public final class RowRefusedException extends SeedException {

    private static final long serialVersionUID = 1L;

    /** The row's number in its load, from 1. */
    private final long row;

    /** Why, for people to read. */
    private final String reason;

    /** The rule that it breaks. */
    private final transient Optional<SchemaObject> rule;

    public RowRefusedException(Table table, long row, String reason) {
        super(message(table, row, reason));
        this.row = row;
        this.reason = reason;
        this.rule = Optional.empty();
    }

    public RowRefusedException(Table table, long row, SQLException refusal) {
        this(table, row, RefusalReason.of(refusal, table), refusal);
    }

    private RowRefusedException(Table table, long row, RefusalReason reason, SQLException refusal) {
        super(message(table, row, reason.text()), RefusalText.withoutValues(refusal));
        this.row = row;
        this.reason = reason.text();
        this.rule = reason.rule();
    }

    private static String message(Table table, long row, String reason) {
        return "Row %d for %s was refused: %s. No row of this load was kept.".formatted(row, table, reason);
    }

    /** The row's number in its load, from 1. */
    public long row() {
        return row;
    }

    /** Why: a clause without a full stop, and without values. */
    public String reason() {
        return reason;
    }

    /** The constraint or index that the row breaks, if it is known. */
    public Optional<SchemaObject> rule() {
        return rule;
    }
}

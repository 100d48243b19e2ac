package dev.palindrome.roundtrip;

/** What is to be said of one migration's way up, down and up again. Where several fit, the first of these is given. */
public enum Verdict {
    /** It does not go up, on tables that hold rows. */
    MIGRATION_FAILED(false),
    /** A migration before it does not go up. */
    NOT_REACHED(false),
    /** There is no undo. */
    UNDO_MISSING(false),
    /** The undo does not run. */
    UNDO_FAILED(false),
    /** After the undo the schema is not what it was. */
    NOT_RESTORED(false),
    /** After the undo, rows that were there have changed or are gone. */
    DATA_LOST(false),
    /** After the undo it does not go up again. */
    REDO_FAILED(false),
    /** The second way up leads somewhere else than the first. */
    REDO_DIFFERS(false),
    /** The undo script declares a loss, or that there is no way back, and it is not so. */
    DECLARATION_UNNEEDED(false),
    /** There is no way back, and the undo script says so. */
    DECLARED_IRREVERSIBLE(true),
    /** The way back loses data, and the undo script says so. */
    DATA_LOSS_DECLARED(true),
    /** Everything is back; a column that was dropped stands last in its table now. */
    COLUMN_ORDER(true),
    /** Everything is back. */
    REVERSIBLE(true),
    /** It was not looked at, because somebody said so. */
    EXCLUDED(true);

    private final boolean passes;

    Verdict(boolean passes) {
        this.passes = passes;
    }

    /**
     * Whether a test may go on.
     *
     * @return true from {@link #DECLARED_IRREVERSIBLE} on
     */
    public boolean passes() {
        return passes;
    }
}

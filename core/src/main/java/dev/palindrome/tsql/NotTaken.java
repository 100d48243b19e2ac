package dev.palindrome.tsql;

/** Says, on the way out of the rewriting, why a statement needs SQL Server. Never leaves the package. */
final class NotTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NotTaken(String reason) {
        super(reason, null, false, false);
    }
}

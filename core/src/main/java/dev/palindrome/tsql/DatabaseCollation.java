package dev.palindrome.tsql;

/** How the embedded database compares texts where nobody says otherwise: as SQL Server does in an installation in English. */
public final class DatabaseCollation {

    /** Its name. */
    public static final String NAME = "SQL_Latin1_General_CP1_CI_AS";

    private DatabaseCollation() {}

    /**
     * Whether a collation is that of the database: a column that names it is like one that names none.
     *
     * @param collation its name in any case
     * @return false for any other
     */
    public static boolean is(String collation) {
        return collation.equalsIgnoreCase(NAME);
    }
}

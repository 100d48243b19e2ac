package dev.palindrome.sql;

import java.sql.SQLException;

/**
 * What Azure SQL Database and its container for developers refuse, being one database each with nothing beside it
 * (Microsoft: database-engine-events-and-errors). Whoever meets one has a way round it.
 */
public enum AzureRefusal {
    /** That a session leaves for another database, by USE. */
    OF_USE(40508),

    /** BACKUP and RESTORE. */
    OF_BACKUPS(40510),

    /** That a statement names another database. */
    OF_OTHER_DATABASES(40515);

    private final int number;

    AzureRefusal(int number) {
        this.number = number;
    }

    /**
     * Tells whether an error is this.
     *
     * @param error of a server
     * @return whether it, or one that came with it, is it
     */
    public boolean is(SQLException error) {
        return SqlServerError.has(number, error);
    }
}

package dev.palindrome.database.sqlserver;

import java.util.Optional;

/** What is switched off in a database that has been restored. */
enum LostByRestoring {
    TRUSTWORTHY(Optional.of("TRUSTWORTHY ON"), true),
    DB_CHAINING(Optional.of("DB_CHAINING ON"), true),
    /** For a copy: it needs a broker identifier of its own. */
    BROKER(Optional.of("NEW_BROKER WITH ROLLBACK IMMEDIATE"), false),
    /** RESTORE itself keeps it, if told to. */
    CDC(Optional.empty(), false);

    private final Optional<String> setting;
    private final boolean grantsRights;

    LostByRestoring(Optional<String> setting, boolean grantsRights) {
        this.setting = setting;
        this.grantsRights = grantsRights;
    }

    /** Whether it lets the database's owner reach beyond the database, which no note on a backup may ask for. */
    boolean grantsRights() {
        return grantsRights;
    }

    /** As it stands behind {@code ALTER DATABASE … SET}. */
    Optional<String> setting() {
        return setting;
    }
}

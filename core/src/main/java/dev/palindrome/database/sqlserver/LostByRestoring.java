package dev.palindrome.database.sqlserver;

import java.util.Optional;

/** What is switched off in a database that has been restored. */
enum LostByRestoring {
    TRUSTWORTHY(Optional.of("TRUSTWORTHY ON")),
    DB_CHAINING(Optional.of("DB_CHAINING ON")),
    /** For a copy: it needs a broker identifier of its own. */
    BROKER(Optional.of("NEW_BROKER WITH ROLLBACK IMMEDIATE")),
    /** RESTORE itself keeps it, if told to. */
    CDC(Optional.empty());

    private final Optional<String> setting;

    LostByRestoring(Optional<String> setting) {
        this.setting = setting;
    }

    /** As it stands behind {@code ALTER DATABASE … SET}. */
    Optional<String> setting() {
        return setting;
    }
}

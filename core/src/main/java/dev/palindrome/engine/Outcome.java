package dev.palindrome.engine;

import java.util.Optional;

/** What came of trying to get a SQL Server. */
sealed interface Outcome {

    /** It answers. */
    record Had(SqlServerEngine engine) implements Outcome {}

    /** It could not be had. */
    record Failed(Attempt attempt, Optional<Throwable> cause) implements Outcome {}
}

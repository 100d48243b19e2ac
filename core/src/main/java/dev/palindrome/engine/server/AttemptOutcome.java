package dev.palindrome.engine.server;

import dev.palindrome.engine.SqlServerEngine;
import java.util.Optional;

/** What came of trying to get a SQL Server. */
public sealed interface AttemptOutcome {

    /** It answers. */
    record Had(SqlServerEngine engine) implements AttemptOutcome {}

    /** It could not be had. */
    record Failed(FailedAttempt attempt, Optional<Throwable> cause) implements AttemptOutcome {}
}

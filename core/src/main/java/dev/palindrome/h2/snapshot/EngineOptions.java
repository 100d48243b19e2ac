package dev.palindrome.h2.snapshot;

import org.h2.engine.Database;
import org.h2.engine.Mode;
import org.h2.mode.DefaultNullOrdering;

/**
 * Options of H2 as they are in force. Its catalogue holds only those that somebody has set, and not all of these.
 *
 * @param referentialIntegrity whether foreign keys are checked
 * @param ignoreCase whether a new text column compares without case
 * @param ignoreCatalogs whether the database before a schema's name is passed over
 * @param mode which database's dialect is spoken
 * @param nullOrdering where NULL is sorted
 * @param literals which literals a statement may have
 * @param lockMode how tables are locked
 * @param tableType whether a new table is in memory
 * @param rowsInMemory how many rows of a result are held
 * @param operationMemory how much of a result is held, in kilobytes
 * @param longestInRow how long a large value may be in a row, in bytes or characters
 * @param reusesResults whether a query's result serves the same query again
 * @param countsQueries whether statistics of statements are kept
 */
record EngineOptions(
        boolean referentialIntegrity,
        boolean ignoreCase,
        boolean ignoreCatalogs,
        Mode mode,
        DefaultNullOrdering nullOrdering,
        int literals,
        int lockMode,
        int tableType,
        int rowsInMemory,
        int operationMemory,
        int longestInRow,
        boolean reusesResults,
        boolean countsQueries) {

    static EngineOptions of(Database engine) {
        return new EngineOptions(
                engine.getReferentialIntegrity(),
                engine.getIgnoreCase(),
                engine.getIgnoreCatalogs(),
                engine.getMode(),
                engine.getDefaultNullOrdering(),
                engine.getAllowLiterals(),
                engine.getLockMode(),
                engine.getDefaultTableType(),
                engine.getMaxMemoryRows(),
                engine.getMaxOperationMemory(),
                engine.getMaxLengthInplaceLob(),
                engine.getOptimizeReuseResults(),
                engine.getQueryStatistics());
    }

    void putBack(Database engine) {
        engine.setReferentialIntegrity(referentialIntegrity);
        engine.setIgnoreCase(ignoreCase);
        engine.setIgnoreCatalogs(ignoreCatalogs);
        engine.setMode(mode);
        engine.setDefaultNullOrdering(nullOrdering);
        engine.setAllowLiterals(literals);
        engine.setLockMode(lockMode);
        engine.setDefaultTableType(tableType);
        engine.setMaxMemoryRows(rowsInMemory);
        engine.setMaxOperationMemory(operationMemory);
        engine.setMaxLengthInplaceLob(longestInRow);
        engine.setOptimizeReuseResults(reusesResults);
        engine.setQueryStatistics(countsQueries);
    }
}

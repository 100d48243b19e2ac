package dev.palindrome.migration.flyway;

import dev.palindrome.migration.catalog.Undo;
import dev.palindrome.migration.history.AppliedVersion;
import dev.palindrome.migration.history.HistoryCorrection;

/**
 * One undo of several that run one after the other.
 *
 * @param applied what is undone
 * @param undo how
 * @param correction what becomes of the history
 */
record UndoStep(AppliedVersion applied, Undo undo, HistoryCorrection correction) {}

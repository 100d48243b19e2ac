package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.UndoDraft;

/**
 * A draft that has been tried.
 *
 * @param draft with what came of it
 * @param restores whether the database is as it was before the migration now
 */
record TriedDraft(UndoDraft draft, boolean restores) {}

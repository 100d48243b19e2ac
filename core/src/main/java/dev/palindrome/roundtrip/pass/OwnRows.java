package dev.palindrome.roundtrip.pass;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.migration.Migration;
import dev.palindrome.roundtrip.VersionRows;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.SchemaWatch;
import dev.palindrome.seed.SeedException;
import dev.palindrome.seed.Seeding;
import java.sql.Connection;
import java.util.List;

/**
 * The rows that a user puts in beside those that are generated.
 *
 * @param all puts them in
 * @param randomSeed of what is generated for them
 */
public record OwnRows(List<VersionRows> all, long randomSeed) {

    public OwnRows {
        all = List.copyOf(all);
    }

    boolean isAny() {
        return !all.isEmpty();
    }

    /**
     * Puts them in behind a migration.
     *
     * @param watch of the schema
     * @param current the schema that the migration has left
     * @return whether anything was asked for, so that there may be rows
     */
    boolean putIn(Migration migration, Connection connection, SchemaWatch watch, SchemaSnapshot current) {
        boolean asked = false;
        for (VersionRows rows : all) {
            try {
                asked |= Seeding.within(
                        connection,
                        watch,
                        current,
                        randomSeed,
                        rows.getClass(),
                        context -> rows.putIn(migration.version(), context));
            } catch (SeedException e) {
                throw new PalindromeException(
                        "Rows of one's own cannot be put in behind " + migration + ": " + e.getMessage(), e);
            }
        }
        return asked;
    }
}

package dev.palindrome.h2;

import java.util.List;

/**
 * What was done to bring a database back, or what would be.
 *
 * @param extent how much
 * @param reason why
 * @param tables schemas and names of those that were put back, where it was tables
 */
public record H2Restoration(Extent extent, String reason, List<String> tables) {

    /** How much is put back. */
    public enum Extent {
        /** There was nothing to do. */
        NOTHING,

        /** Rows, identities and sequences. */
        TABLES,

        /** Everything is made anew. */
        EVERYTHING
    }

    /**
     * Nothing had to be done.
     *
     * @param reason why
     * @return that
     */
    public static H2Restoration nothing(String reason) {
        return new H2Restoration(Extent.NOTHING, reason, List.of());
    }

    /**
     * Rows, identities or sequences had to go back.
     *
     * @param reason why
     * @param tables schemas and names of those that were put back
     * @return that
     */
    public static H2Restoration tables(String reason, List<String> tables) {
        return new H2Restoration(Extent.TABLES, reason, tables);
    }

    /**
     * Everything had to be made anew.
     *
     * @param reason why
     * @return that
     */
    public static H2Restoration everything(String reason) {
        return new H2Restoration(Extent.EVERYTHING, reason, List.of());
    }
}

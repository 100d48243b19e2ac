package dev.palindrome.tsql.rewrite.expression;

import java.sql.Driver;

/** Whether the H2 on the class path makes sets of values that do not outlive the connection: 2.4.240 does, 2.5.252 does not. */
public final class H2Sets {

    private static final int MAJOR = 2;
    private static final int MINOR = 4;

    private static final boolean ARE_LOST = areLost();

    private H2Sets() {}

    /** A condition that is kept in the database, so that it holds on the H2 that there is. */
    public static String kept(String condition) {
        return ARE_LOST ? ConditionWithoutSets.of(condition) : condition;
    }

    private static boolean areLost() {
        try {
            Driver driver = new org.h2.Driver();
            return driver.getMajorVersion() == MAJOR && driver.getMinorVersion() == MINOR;
        } catch (LinkageError e) {
            return false; // without H2 nobody runs what is rewritten for it
        }
    }
}

package dev.palindrome.tsql.value.type;

/** Whether the types of a statement's columns matter, as far as can be seen without knowing them. */
public enum Question {
    /** H2 does the same as SQL Server whatever they are. */
    NONE,
    /** If H2 refuses a value, SQL Server may take it. */
    IF_REFUSED,
    /** H2 might take a value that is another one on SQL Server. */
    ALWAYS
}

package dev.palindrome.reset.sqlserver;

/**
 * What a table is, as far as it decides how its rows come back. The constants' names are those in tables.sql; SECURED stands
 * in security-predicates.sql.
 */
enum SqlServerTableKind {

    /** Its rows can be deleted and inserted again. */
    ORDINARY("ordinary"),

    /** Microsoft: unsupported-sql-server-features-for-in-memory-oltp: no transaction across databases. */
    MEMORY_OPTIMIZED("memory-optimised"),

    /** Microsoft: sql-graph-architecture: a node's identifier cannot be given. */
    GRAPH("part of a graph"),

    /** Microsoft: ledger-overview: what was written stays written. */
    LEDGER("part of a ledger"),

    /** Microsoft: filetables-sql-server: its rows are files, and the server keeps its columns. */
    FILETABLE("a FileTable"),

    /** Microsoft: always-encrypted-database-engine: ciphertext is of the keys of one database. */
    ENCRYPTED("encrypted in some column"),

    /** It has values of them, in columns of types that its table does not tell, and no name by which the schema knows it. */
    UNLIKE_HISTORY("the history of computed columns or row versions"),

    /** Microsoft: row-level-security: rows that a predicate hides are neither read nor deleted, nor others always inserted. */
    SECURED("under a security policy"),

    /** Microsoft: using-user-defined-types-across-databases: other databases do not know the type. */
    CLR("of a CLR type in some column");

    private final String words;

    SqlServerTableKind(String words) {
        this.words = words;
    }

    /** What it is, for a person. */
    String words() {
        return words;
    }
}

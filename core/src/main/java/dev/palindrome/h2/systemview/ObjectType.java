package dev.palindrome.h2.systemview;

/** The types of objects (Microsoft: sys-objects-transact-sql). */
enum ObjectType {
    U("USER_TABLE", 3),
    V("VIEW", 2),
    SO("SEQUENCE_OBJECT", 0),
    F("FOREIGN_KEY_CONSTRAINT", 11),
    C("CHECK_CONSTRAINT", 7),
    PK("PRIMARY_KEY_CONSTRAINT", 9),
    UQ("UNIQUE_CONSTRAINT", 9),
    D("DEFAULT_CONSTRAINT", 6),
    P("SQL_STORED_PROCEDURE", 4),
    FN("SQL_SCALAR_FUNCTION", 0),
    IF("SQL_INLINE_TABLE_VALUED_FUNCTION", 0),
    TF("SQL_TABLE_VALUED_FUNCTION", 0),
    TR("SQL_TRIGGER", 8),
    SN("SYNONYM", 0),
    TT("TYPE_TABLE", 0);

    private final String description;
    private final int status;

    ObjectType(String description, int status) {
        this.description = description;
        this.status = status;
    }

    String description() {
        return description;
    }

    /** The last four bits of {@code sysobjects.sysstat}. */
    int status() {
        return status;
    }

    boolean isKey() {
        return this == PK || this == UQ;
    }
}

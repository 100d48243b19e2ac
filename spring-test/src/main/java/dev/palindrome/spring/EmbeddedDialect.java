package dev.palindrome.spring;

import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.jdbc.dialect.spi.DialectResolutionInfo;
import org.hibernate.type.SqlTypes;

/**
 * H2's dialect, with columns of SQL Server's types. Long texts and bytes are {@code NVARCHAR(MAX)} and {@code
 * VARBINARY(MAX)} in the migrations, and so is JSON; a ROWVERSION is BINARY(8). For H2's dialect each is a type of its own.
 * Public for Hibernate's sake, which makes it by its name.
 */
public final class EmbeddedDialect extends H2Dialect {

    /** For a Hibernate that does not ask the database. */
    public EmbeddedDialect() {}

    /**
     * For all others.
     *
     * @param info what the database says of itself
     */
    public EmbeddedDialect(DialectResolutionInfo info) {
        super(info);
    }

    @Override
    public boolean equivalentTypes(int one, int other) {
        return super.equivalentTypes(asColumn(one), asColumn(other));
    }

    private static int asColumn(int type) {
        return switch (type) {
            case SqlTypes.CLOB, SqlTypes.NCLOB, SqlTypes.LONG32VARCHAR, SqlTypes.LONG32NVARCHAR, SqlTypes.JSON ->
                SqlTypes.VARCHAR;
            case SqlTypes.BLOB, SqlTypes.LONG32VARBINARY, SqlTypes.BINARY -> SqlTypes.VARBINARY;
            default -> type;
        };
    }
}

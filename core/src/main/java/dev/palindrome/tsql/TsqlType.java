package dev.palindrome.tsql;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlTypeFamily;

/**
 * A T-SQL type.
 *
 * @param declared in lower case and with what T-SQL adds when it is not said: {@code decimal(18,0)}
 * @param h2 what H2 has for it
 */
public record TsqlType(String declared, String h2) {

    public boolean isCharacter() {
        return h2.startsWith("VARCHAR(");
    }

    /** As compared under a collation that does not tell upper from lower case. */
    public TsqlType ignoringCase() {
        return isCharacter() ? new TsqlType(declared, "VARCHAR_IGNORECASE" + h2.substring("VARCHAR".length())) : this;
    }

    public boolean isWhole() {
        return DeclaredType.parse(declared).is(SqlTypeFamily.WHOLE_NUMBER);
    }
}

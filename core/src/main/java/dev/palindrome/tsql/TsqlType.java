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

    /**
     * Whether H2 may compare its values without regard to case.
     *
     * @return true for texts whose length varies
     */
    public boolean isCharacter() {
        return h2.startsWith("VARCHAR(");
    }

    /**
     * Whether its values are texts of one length.
     *
     * @return false for those whose length varies
     */
    public boolean isFixedCharacter() {
        return h2.startsWith("CHAR(");
    }

    /**
     * As compared under a collation that does not tell upper from lower case.
     *
     * @return this type where there is no such thing
     */
    public TsqlType ignoringCase() {
        return isCharacter() ? new TsqlType(declared, "VARCHAR_IGNORECASE" + h2.substring("VARCHAR".length())) : this;
    }

    /**
     * Whether its values are whole numbers.
     *
     * @return false for decimals without digits behind the point
     */
    public boolean isWhole() {
        return DeclaredType.parse(declared).is(SqlTypeFamily.WHOLE_NUMBER);
    }
}

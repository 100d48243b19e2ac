package dev.palindrome.tsql.declaration;

import dev.palindrome.sql.CollationName;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TsqlType;
import dev.palindrome.tsql.UntranslatableException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * COLLATE behind the type of a column, wherever a column is declared (Microsoft: collations).
 *
 * @param name nothing where the column compares as the database does
 */
public record ColumnCollation(Optional<String> name) {

    public static final ColumnCollation OF_DATABASE = new ColumnCollation(Optional.empty());

    /** What every name ends with (Microsoft: windows-collation-name-transact-sql, sql-server-collation-name-transact-sql). */
    private static final Pattern NAME =
            Pattern.compile("^[A-Z0-9_]+_(C[IS]_A[IS](_KS)?(_WS)?(_VSS)?(_SC)?(_UTF8)?|BIN2?(_UTF8)?)");

    private static final String DATABASE_DEFAULT = "DATABASE_DEFAULT";

    /** From behind {@code COLLATE}. */
    public static ColumnCollation read(TokenReader reader, TsqlType type) {
        String collation = reader.identifier();
        String upper = collation.toUpperCase(Locale.ROOT);
        if (!upper.equals(DATABASE_DEFAULT) && !NAME.matcher(upper).matches()) {
            throw UntranslatableException.refused(448, "there is no collation " + collation);
        }
        requireKnown(collation);
        DeclaredType declared = DeclaredType.parse(type.declared());
        if (!declared.is(SqlTypeFamily.TEXT) && !declared.is(SqlTypeFamily.NATIONAL_TEXT)) {
            throw UntranslatableException.refused(447, "a column of " + type.declared() + " has no collation");
        }
        return upper.equals(DATABASE_DEFAULT) ? OF_DATABASE : new ColumnCollation(Optional.of(collation));
    }

    /** Refuses a name that is misspelt, wherever COLLATE stands. */
    public static void requireKnown(String collation) {
        CollationName.meant(collation).ifPresent(meant -> {
            throw UntranslatableException.refused(
                    448, "there is no collation " + collation + " (is " + meant + " meant?)");
        });
    }

    /** Whether H2 must tell upper from lower case in a column of the type, whatever it does elsewhere. */
    public boolean isCaseSensitive(TsqlType type) {
        return (type.isCharacter() || type.isFixedCharacter()) && (has("_CS") || has("_BIN"));
    }

    /** The type as it is compared under the collation. */
    public TsqlType compared(TsqlType type) {
        return has("_CI") ? type.ignoringCase() : type;
    }

    private boolean has(String part) {
        return name.filter(known -> known.toUpperCase(Locale.ROOT).contains(part))
                .isPresent();
    }
}

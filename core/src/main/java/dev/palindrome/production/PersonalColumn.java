package dev.palindrome.production;

import dev.palindrome.sql.BracketedName;
import java.util.List;
import java.util.Locale;

/**
 * A column that probably holds personal data. It knows no value of the column.
 *
 * @param table its table with its schema, such as {@code dbo.users}
 * @param column its name, such as {@code email}
 * @param kind what it holds, in the words of the rules for masking where these have one: {@code email}, {@code first name},
 *     {@code last name}, {@code full name}, {@code username}, {@code phone}, {@code date of birth}, {@code street},
 *     {@code city}, {@code postcode}, {@code country}, {@code iban}, {@code card}, {@code national id}, {@code company},
 *     {@code text}; and what these do not make: {@code region}, {@code location}, {@code ip address}, {@code password},
 *     {@code photo}, {@code gender}, {@code health}, {@code personal trait}
 * @param confidence how sure that is, from 0 to 1
 * @param reason why, in words for whoever decides about it
 */
public record PersonalColumn(String table, String column, String kind, double confidence, String reason) {

    /** All of it on one line. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s.%s: %s (%.2f: %s)",
                table,
                BracketedName.readable(List.of(column)),
                kind,
                confidence,
                reason);
    }
}

package dev.palindrome.production;

import dev.palindrome.sql.BracketedName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A column that probably holds personal data, or members of the JSON documents in it. It knows no value of the column.
 *
 * @param table its table with its schema, such as {@code dbo.users}
 * @param column its name, such as {@code email}
 * @param path to what holds it in documents of JSON, such as {@code $.contact.email}, as rules for masking have it; missing
 *     where the column's values are meant
 * @param kind what it holds, in the words of the rules for masking where these have one: {@code email}, {@code first name},
 *     {@code last name}, {@code full name}, {@code username}, {@code phone}, {@code date of birth}, {@code street},
 *     {@code city}, {@code postcode}, {@code country}, {@code iban}, {@code card}, {@code national id}, {@code company},
 *     {@code text}; and what these do not make: {@code region}, {@code location}, {@code ip address}, {@code password},
 *     {@code photo}, {@code gender}, {@code health}, {@code personal trait}
 * @param confidence how sure that is, from 0 to 1
 * @param reason why, in words for whoever decides about it
 */
public record PersonalColumn(
        String table, String column, Optional<String> path, String kind, double confidence, String reason) {

    /**
     * A column whose values are meant as a whole.
     *
     * @param table see above
     * @param column see above
     * @param kind see above
     * @param confidence see above
     * @param reason see above
     */
    public PersonalColumn(String table, String column, String kind, double confidence, String reason) {
        this(table, column, Optional.empty(), kind, confidence, reason);
    }

    /**
     * What it is about, as a rule for masking begins.
     *
     * @return such as {@code dbo.users.email}, or {@code dbo.users.profile $.contact.email}
     */
    public String place() {
        return table + "." + BracketedName.readable(List.of(column))
                + path.map(each -> " " + each).orElse("");
    }

    /** All of it on one line. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s: %s (%.2f: %s)", place(), kind, confidence, reason);
    }
}

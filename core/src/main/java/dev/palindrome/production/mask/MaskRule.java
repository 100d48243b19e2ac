package dev.palindrome.production.mask;

import dev.palindrome.production.json.JsonPath;
import dev.palindrome.schema.Table;
import java.util.Optional;

/**
 * A line that says what becomes of a column's values, or of those of several.
 *
 * @param schema missing where tables of every schema are meant, of which there should be one where the table is exact
 * @param table its name, or what stands for several
 * @param column its name, or what stands for several
 * @param path to members of the JSON documents in it; missing where its values are meant as a whole
 * @param kind what becomes of the values
 * @param source where the line is, for messages
 * @param line its number there, from 1
 */
public record MaskRule(
        Optional<NamePattern> schema,
        NamePattern table,
        NamePattern column,
        Optional<JsonPath> path,
        MaskKind kind,
        String source,
        int line) {

    /** Whether it names one column of one table. */
    public boolean isExact() {
        return table.isExact() && column.isExact();
    }

    /** Whether it fits a column of a table. */
    boolean isAbout(Table of, String name) {
        return schema.map(wanted -> wanted.fits(of.schema())).orElse(true)
                && table.fits(of.name())
                && column.fits(name);
    }

    /** How exact it is: the name of a table counts most, then that of a column, then that of a schema. */
    public int rank() {
        return (table.isExact() ? 4 : 0)
                + (column.isExact() ? 2 : 0)
                + (schema.filter(NamePattern::isExact).isPresent() ? 1 : 0);
    }

    /** Where it stands, for messages. */
    public String place() {
        return source + ", line " + line;
    }

    /** All that it says, constants too: to be hashed, and not to be shown. */
    public String whole() {
        String kinds = kind instanceof MaskKind.Constant constant
                ? "constant " + constant.value()
                : kind instanceof MaskKind.Pattern pattern ? pattern.whole() : kind.toString();
        return schema + "." + table.isExact() + table.text() + "." + column.isExact() + column.text()
                + path.map(each -> " " + each).orElse("") + "=" + kinds;
    }

    /** As a line has it, without constants. */
    @Override
    public String toString() {
        return schema.map(name -> name + ".").orElse("")
                + table
                + (column.isExact() ? "." : " ")
                + column
                + path.map(each -> " " + each).orElse("")
                + " = "
                + kind;
    }
}

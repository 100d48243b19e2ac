package dev.palindrome.production;

import dev.palindrome.production.scan.PersonalDataScan;
import dev.palindrome.production.scan.SuggestedRules;
import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.List;
import javax.sql.DataSource;

/**
 * Finds the columns of a database in which personal data probably stands, so that somebody decides about each before tests see
 * it. What it says it says without a value: neither a finding nor a log nor an error quotes one.
 *
 * <pre>{@code
 * List<PersonalColumn> found = PersonalData.scan(restored);
 * Files.writeString(Path.of("mask.rules"), PersonalData.suggestedRules(found));
 * }</pre>
 */
public final class PersonalData {

    private PersonalData() {}

    /**
     * Scans a schema: by names of columns and tables, by types, and by what stands beside a column.
     *
     * @param schema such as {@link SchemaSnapshot#readFrom} gives
     * @return findings by table, each in the table's order
     */
    public static List<PersonalColumn> scan(SchemaSnapshot schema) {
        return PersonalDataScan.byNames(schema);
    }

    /**
     * Scans a database: by its schema, and by up to 1,000 rows of each table, of each value the first 4,000 letters. Nothing is
     * written there. A table whose rows the login may not read is looked at by its names, and a WARN says so.
     *
     * @param database SQL Server, or the embedded engine; need not be one of Palindrome's
     * @return findings by table, each in the table's order; history tables and computed columns included, views and synonyms not
     * @throws SchemaException if the schema cannot be read, or the connection breaks
     */
    public static List<PersonalColumn> scan(DataSource database) {
        return PersonalDataScan.withRows(SchemaSnapshot.of(database), database);
    }

    /**
     * Writes findings as rules for masking, to begin a file with: a line for each, above it the reason where the scan is not sure,
     * and a comment where masking makes up nothing of that kind.
     *
     * @param findings of a scan
     * @return lines that {@link MaskRules#parse(String)} reads
     */
    public static String suggestedRules(List<PersonalColumn> findings) {
        return SuggestedRules.of(findings);
    }
}

package dev.palindrome.production.mask.run;

import dev.palindrome.production.mask.MaskKind;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlTypeFamily;
import java.util.List;
import java.util.Optional;

/**
 * A column whose values change.
 *
 * @param name as the database has it
 * @param type as the schema has it; of a type of the user's own, its name
 * @param kind what becomes of the values
 * @param mapping from value to value; missing where an expression does
 * @param person whose a value is, where what stands in for it follows from that
 */
record TargetColumn(
        String name, DeclaredType type, MaskKind kind, Optional<ColumnMapping> mapping, Optional<Person> person) {

    /**
     * What tells one person's rows from another's.
     *
     * @param table that describes persons, for which equal keys mean the same one
     * @param columns that hold its key
     */
    record Person(String table, List<String> columns) {}

    /** As both engines take it. */
    String sqlName() {
        return PortableName.of(name);
    }

    /** What its values are like; those of a type of the user's own are taken for texts. */
    SqlTypeFamily family() {
        return type.family().orElse(SqlTypeFamily.NATIONAL_TEXT);
    }

    /** Whether its originals must be known before the first is replaced. */
    boolean mustBeLearnt() {
        return mapping.filter(ColumnMapping::mustLearn).isPresent()
                && (person.isEmpty() || document().isPresent());
    }

    /** What becomes of members of its documents; missing where its values are replaced as a whole. */
    Optional<DocumentMapping> document() {
        return mapping.filter(DocumentMapping.class::isInstance).map(DocumentMapping.class::cast);
    }

    /** Patterns that name other columns: its own, or those of members. */
    List<MaskKind.Pattern> patterns() {
        return kind instanceof MaskKind.Pattern pattern
                ? List.of(pattern)
                : document().stream()
                        .flatMap(document -> document.tokens().stream())
                        .map(DocumentMapping.Token::pattern)
                        .toList();
    }
}

package dev.palindrome.schema.change;

import dev.palindrome.schema.Check;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.schema.compare.MentionedNames;
import dev.palindrome.schema.compare.SqlTokens;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlTypeFamily;
import java.util.List;
import java.util.Optional;

/**
 * What rows get in a column whose own values are gone: the least that its type, its checks, its foreign key and its
 * uniqueness allow.
 */
final class FillerValue {

    private final SchemaObject table;
    private final SchemaObject column;

    FillerValue(SchemaObject table, SchemaObject column) {
        this.table = table;
        this.column = column;
    }

    /**
     * A value that takes a look at other rows, so that it cannot be a default. Where what it references comes back empty, it
     * points to nothing, as do the rows that were there.
     */
    Optional<String> ofEachRow() {
        Optional<ForeignKey> reference = new Table(table)
                .foreignKeys().stream().filter(key -> isOnly(key.columns())).findFirst();
        if (reference.isPresent() && column.is(Property.NOT_NULL)) {
            String least = "(SELECT MIN(%s) FROM %s)"
                    .formatted(
                            BracketedName.of(reference.get().referencedColumns().get(0)),
                            BracketedName.of(List.of(
                                    reference.get().referencedSchema(),
                                    reference.get().referencedTable())));
            return Optional.of(ofAllRows()
                    .map(other -> "COALESCE(" + least + ", " + other + ")")
                    .orElse(least));
        }
        return isUnique() && !isGuid() ? rowNumber() : Optional.empty();
    }

    private boolean isUnique() {
        return new Table(table)
                .uniqueKeys().stream()
                        .anyMatch(key -> isOnly(key.columns())
                                && key.object().get(Property.FILTER).isEmpty());
    }

    private boolean isOnly(List<String> columns) {
        return columns.size() == 1 && columns.get(0).equalsIgnoreCase(column.simpleName());
    }

    /** How many rows stand before it by the primary key. */
    private Optional<String> rowNumber() {
        Optional<UniqueKey> primary =
                new Table(table).primaryKey().filter(key -> key.columns().size() == 1 && !isOnly(key.columns()));
        String count = "(SELECT COUNT(*) FROM %1$s AS [other] WHERE [other].%2$s <= %1$s.%2$s)";
        return primary.map(key -> count.formatted(
                        BracketedName.of(table.name()),
                        BracketedName.of(key.columns().get(0))))
                .map(this::asDate);
    }

    private String asDate(String number) {
        return family().filter(family -> family.isTime() && family != SqlTypeFamily.TIME)
                        .isPresent()
                ? "DATEADD(DAY, " + number + ", '19000101')"
                : number;
    }

    /** The same value for all rows; missing for types of which none is known. */
    Optional<String> ofAllRows() {
        return fromCheck().or(this::ofType);
    }

    private Optional<String> ofType() {
        return family().flatMap(FillerValue::of);
    }

    private static Optional<String> of(SqlTypeFamily family) {
        return switch (family) {
            case TEXT -> Optional.of("('')");
            case NATIONAL_TEXT, XML -> Optional.of("(N'')");
            case BIT, WHOLE_NUMBER, DECIMAL, MONEY, FLOATING_POINT, VARIANT -> Optional.of("(0)");
            case DATE, DATE_TIME, DATE_TIME_WITH_OFFSET -> Optional.of("('19000101')");
            case TIME -> Optional.of("('00:00')");
            case GUID -> Optional.of("(NEWID())");
            case BINARY -> Optional.of("(0x)");
            case JSON, VECTOR, HIERARCHY, SPATIAL, ROWVERSION -> Optional.empty();
        };
    }

    private boolean isGuid() {
        return family().equals(Optional.of(SqlTypeFamily.GUID));
    }

    private Optional<SqlTypeFamily> family() {
        return new Column(column).type().flatMap(DeclaredType::family);
    }

    /** Most checks name a value that they allow. */
    private Optional<String> fromCheck() {
        return new Table(table)
                .checks().stream()
                        .map(Check::condition)
                        .filter(condition -> MentionedNames.of(column.simpleName(), condition))
                        .flatMap(condition -> allowed(SqlTokens.of(condition)).stream())
                        .findFirst();
    }

    private Optional<String> allowed(List<String> tokens) {
        boolean text = family().filter(SqlTypeFamily::isText).isPresent();
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            if (text && token.startsWith("'")) {
                return Optional.of("(" + token + ")");
            }
            if (!text && token.matches("\\d{1,18}")) {
                return Optional.of("(" + (Long.parseLong(token) + step(tokens, i)) + ")");
            }
        }
        return text && tokens.stream().anyMatch("LEN"::equalsIgnoreCase) ? Optional.of("('-')") : Optional.empty();
    }

    /** From a bound that is itself not allowed to the nearest value that is. */
    private static int step(List<String> tokens, int at) {
        int before = at - 1;
        while (before > 0 && tokens.get(before).equals("(")) {
            before--;
        }
        String sign = before < 0 ? "" : tokens.get(before);
        return sign.equals(">") ? 1 : sign.equals("<") ? -1 : 0;
    }
}

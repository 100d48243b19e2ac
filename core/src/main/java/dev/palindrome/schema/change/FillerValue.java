package dev.palindrome.schema.change;

import dev.palindrome.schema.Check;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.schema.compare.MentionedNames;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What rows get in a column whose own values are gone: the least that its type, its checks, its foreign key and its
 * uniqueness allow.
 */
final class FillerValue {

    private static final Pattern PLAIN_NUMBER = Pattern.compile("\\d{1,18}(\\.\\d{1,18})?");

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
                        .flatMap(condition -> allowed(Lexer.tokens(condition, 1)).stream())
                        .findFirst();
    }

    private Optional<String> allowed(List<Token> tokens) {
        boolean text = family().filter(SqlTypeFamily::isText).isPresent();
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (text && token.kind() == Token.Kind.STRING) {
                return Optional.of("(" + token.text() + ")");
            }
            if (!text
                    && token.kind() == Token.Kind.NUMBER
                    && PLAIN_NUMBER.matcher(token.text()).matches()) {
                BigDecimal nearest = new BigDecimal(token.text()).add(BigDecimal.valueOf(step(tokens, i)));
                return Optional.of("(" + nearest.toPlainString() + ")");
            }
        }
        return text && tokens.stream().anyMatch(token -> token.is("LEN")) ? Optional.of("('-')") : Optional.empty();
    }

    /** From a bound that is itself not allowed to the nearest value that is. */
    private static int step(List<Token> tokens, int at) {
        int before = at - 1;
        while (before > 0 && tokens.get(before).isSymbol("(")) {
            before--;
        }
        String sign = before < 0 ? "" : tokens.get(before).text();
        return switch (sign) {
            case ">", "<>", "!=" -> 1;
            case "<" -> -1;
            default -> 0;
        };
    }
}

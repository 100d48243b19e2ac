package dev.palindrome.seed.values;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The values that columns hold, by type. What a column's name suggests comes in front of this, and is asked first.
 *
 * @param schema asked for what the user's own types stand for
 */
public record ValueDomains(SchemaSnapshot schema) {

    private static final int NO_LIMIT = TextDomain.LONGEST_OF_ALL;

    /** Microsoft: collation-and-unicode-support. */
    private static final Pattern TELLING_CASE = Pattern.compile("_(CS|BIN2?)(_|$)", Pattern.CASE_INSENSITIVE);

    /** Empty for a computed column, and for a type without a way to write its values. */
    public Optional<ValueDomain> of(Column column) {
        boolean needsKey = column.object().get(Property.ENCRYPTED).isPresent();
        return needsKey ? Optional.empty() : schema.baseType(column).flatMap(type -> of(type, column));
    }

    private Optional<ValueDomain> of(DeclaredType type, Column column) {
        return type.sqlType().flatMap(sqlType -> of(sqlType, type, tellsCase(column)));
    }

    private boolean tellsCase(Column column) {
        return column.object()
                .get(Property.COLLATION)
                .or(() -> schema.objects(ObjectKind.DATABASE).stream()
                        .flatMap(database -> database.get(Property.COLLATION).stream())
                        .findFirst())
                .filter(name -> TELLING_CASE.matcher(name).find())
                .isPresent();
    }

    private static Optional<ValueDomain> of(SqlType sqlType, DeclaredType type, boolean tellsCase) {
        int length = type.length().orElse(NO_LIMIT);
        return switch (sqlType.family()) {
            case BIT, WHOLE_NUMBER, DECIMAL, MONEY ->
                type.numbers()
                        .map(range -> NumberDomain.exact(range, type.scale().orElseThrow(), sqlType.jdbcType()));
            case FLOATING_POINT -> Optional.of(NumberDomain.floating(sqlType.jdbcType()));
            case DATE, DATE_TIME -> Optional.of(DateTimeDomain.of(sqlType, type));
            case DATE_TIME_WITH_OFFSET -> Optional.of(new OffsetDomain(DateTimeDomain.of(sqlType, type)));
            case TIME -> Optional.of(new TimeDomain(DateTimeDomain.fraction(type)));
            case TEXT, NATIONAL_TEXT -> Optional.of(new TextDomain(length, sqlType, tellsCase));
            case BINARY -> Optional.of(new BinaryDomain(length, sqlType == SqlType.BINARY));
            case GUID -> Optional.of(WrittenDomain.uuid());
            case XML -> Optional.of(WrittenDomain.xml());
            case JSON -> Optional.of(WrittenDomain.json());
            case VARIANT -> Optional.of(WrittenDomain.variant());
            case HIERARCHY -> Optional.of(WrittenDomain.hierarchy());
            case SPATIAL -> Optional.of(WrittenDomain.point());
            case VECTOR -> Optional.of(WrittenDomain.vector(dimensions(type)));
            case ROWVERSION -> Optional.empty();
        };
    }

    private static int dimensions(DeclaredType type) {
        boolean said = !type.arguments().isEmpty() && type.arguments().get(0).matches("\\d{1,4}");
        return said ? Integer.parseInt(type.arguments().get(0)) : 1;
    }
}

package dev.palindrome.seed.values;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ColumnType;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.BracketedName;
import java.math.BigDecimal;
import java.sql.Types;
import java.util.Optional;

/**
 * The values that columns hold, by type. What a column's name suggests comes in front of this, and is asked first.
 *
 * @param schema asked for what the user's own types stand for
 */
public record ValueDomains(SchemaSnapshot schema) {

    private static final int NO_LIMIT = 4000;

    /** Empty for a computed column, and for a type without a way to write its values. */
    public Optional<ValueDomain> of(Column column) {
        boolean needsKey = column.object().get(Property.ENCRYPTED).isPresent();
        return needsKey ? Optional.empty() : column.type().flatMap(this::of);
    }

    private Optional<ValueDomain> of(ColumnType type) {
        Optional<ColumnType> alias = alias(type);
        if (alias.isPresent()) {
            return of(alias.get());
        }
        Optional<ValueDomain> number = number(type);
        Optional<ValueDomain> time = number.isPresent() ? number : time(type);
        Optional<ValueDomain> text = time.isPresent() ? time : text(type);
        return text.isPresent() ? text : written(type);
    }

    /** The type that a column is of, or that the user's own type stands for; empty for a computed column. */
    Optional<ColumnType> type(Column column) {
        return column.type().map(type -> alias(type).orElse(type));
    }

    private Optional<ColumnType> alias(ColumnType type) {
        return schema.objects(ObjectKind.ALIAS_TYPE).stream()
                .filter(alias -> BracketedName.of(alias.name()).equalsIgnoreCase(type.name()))
                .findFirst()
                .flatMap(alias -> new Column(alias).type());
    }

    private static Optional<ValueDomain> number(ColumnType type) {
        return switch (type.name()) {
            case "BIT" -> Optional.of(NumberDomain.whole(0, 1, Types.BIT));
            case "TINYINT" -> Optional.of(NumberDomain.whole(0, 255, Types.SMALLINT));
            case "SMALLINT" -> Optional.of(NumberDomain.whole(Short.MIN_VALUE, Short.MAX_VALUE, Types.SMALLINT));
            case "INT" -> Optional.of(NumberDomain.whole(Integer.MIN_VALUE, Integer.MAX_VALUE, Types.INTEGER));
            case "BIGINT" -> Optional.of(NumberDomain.whole(Long.MIN_VALUE, Long.MAX_VALUE, Types.BIGINT));
            case "DECIMAL", "NUMERIC" ->
                Optional.of(NumberDomain.decimal(
                        type.precision().orElse(18), type.scale().orElse(0)));
            case "MONEY" -> Optional.of(money("922337203685477.5807"));
            case "SMALLMONEY" -> Optional.of(money("214748.3647"));
            case "FLOAT" -> Optional.of(NumberDomain.floating(Types.DOUBLE));
            case "REAL" -> Optional.of(NumberDomain.floating(Types.REAL));
            default -> Optional.empty();
        };
    }

    private static NumberDomain money(String greatest) {
        return new NumberDomain(new BigDecimal(greatest).negate(), new BigDecimal(greatest), 4, Types.DECIMAL);
    }

    private static Optional<ValueDomain> time(ColumnType type) {
        int scale = type.scale().orElse(7);
        return switch (type.name()) {
            case "DATE" -> Optional.of(MomentDomain.date());
            case "DATETIME" -> Optional.of(MomentDomain.datetime());
            case "SMALLDATETIME" -> Optional.of(MomentDomain.smalldatetime());
            case "DATETIME2" -> Optional.of(MomentDomain.datetime2(scale));
            case "DATETIMEOFFSET" -> Optional.of(new OffsetDomain(MomentDomain.datetime2(scale)));
            case "TIME" -> Optional.of(new TimeDomain(MomentDomain.fraction(scale)));
            default -> Optional.empty();
        };
    }

    private static Optional<ValueDomain> text(ColumnType type) {
        int length = type.length().orElse(NO_LIMIT);
        return switch (type.name()) {
            case "CHAR", "VARCHAR", "TEXT" -> Optional.of(new TextDomain(length, Types.VARCHAR));
            case "NCHAR", "NVARCHAR", "NTEXT" -> Optional.of(new TextDomain(length, Types.NVARCHAR));
            case "SYSNAME" -> Optional.of(new TextDomain(128, Types.NVARCHAR));
            case "BINARY" -> Optional.of(new BinaryDomain(length, true));
            case "VARBINARY", "IMAGE" -> Optional.of(new BinaryDomain(length, false));
            default -> Optional.empty();
        };
    }

    private static Optional<ValueDomain> written(ColumnType type) {
        return switch (type.name()) {
            case "UNIQUEIDENTIFIER" -> Optional.of(WrittenDomain.uuid());
            case "XML" -> Optional.of(WrittenDomain.xml());
            case "JSON" -> Optional.of(WrittenDomain.json());
            case "SQL_VARIANT" -> Optional.of(WrittenDomain.variant());
            case "HIERARCHYID" -> Optional.of(WrittenDomain.hierarchy());
            case "GEOGRAPHY", "GEOMETRY" -> Optional.of(WrittenDomain.point());
            case "VECTOR" -> Optional.of(WrittenDomain.vector(dimensions(type)));
            default -> Optional.empty();
        };
    }

    private static int dimensions(ColumnType type) {
        boolean said = !type.arguments().isEmpty() && type.arguments().get(0).matches("\\d{1,4}");
        return said ? Integer.parseInt(type.arguments().get(0)) : 1;
    }
}

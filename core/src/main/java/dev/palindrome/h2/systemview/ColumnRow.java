package dev.palindrome.h2.systemview;

import dev.palindrome.sql.TableName;
import dev.palindrome.tsql.DatabaseCollation;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.TableTypeName;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A column of a table or view. What it says is made out when it is asked for: there are many of them. */
final class ColumnRow implements SystemRow {

    private final String database;
    private final H2Row row;
    private @Nullable Recorded recorded;
    private @Nullable TypeFacts type;

    ColumnRow(String database, H2Row row) {
        this.database = database;
        this.row = row;
    }

    String name() {
        return row.text("COLUMN_NAME");
    }

    int number() {
        return row.position();
    }

    TableName table() {
        TableName table = SystemIndexes.tableOf(row);
        return TableTypeName.isOne(table.schema(), table.name()) ? SystemObjects.tableOfType(table.name()) : table;
    }

    boolean isIdentity() {
        return row.is("IS_IDENTITY", "YES");
    }

    /** Not a ROWVERSION, whose values H2 computes. */
    boolean isComputed() {
        return computed().isPresent();
    }

    private Optional<String> computed() {
        if (recorded().get(Fact.TYPE).isPresent()) {
            return Optional.empty();
        }
        String generated = row.text("GENERATION_EXPRESSION");
        return recorded().get(Fact.COMPUTED).or(() -> Optional.of(generated).filter(text -> !text.isEmpty()));
    }

    /** Whether it belongs to a period. */
    boolean isGenerated() {
        return recorded().get(Fact.GENERATED).isPresent();
    }

    /** Whether it is the first of the two of a period. */
    boolean isStart() {
        return recorded().get(Fact.GENERATED).orElse("").contains("START");
    }

    private boolean isNullable() {
        return row.is("IS_NULLABLE", "YES");
    }

    private Recorded recorded() {
        if (recorded == null) {
            recorded = Recorded.parse(row.text("REMARKS"));
        }
        return recorded;
    }

    TypeFacts type() {
        if (type == null) {
            type = TypeFacts.of(recorded().get(Fact.TYPE).orElseGet(this::typeOfH2));
        }
        return type;
    }

    /** The nearest to H2's, for tables that did not come through the front, for views and computed columns. */
    private String typeOfH2() {
        String h2 = row.text("DATA_TYPE");
        return switch (h2) {
            case "BOOLEAN" -> "bit";
            case "INTEGER" -> "int";
            case "DOUBLE PRECISION" -> "float";
            case "UUID" -> "uniqueidentifier";
            case "CHARACTER" -> "nchar" + length();
            case "CHARACTER VARYING", "VARCHAR_IGNORECASE" -> "nvarchar" + length();
            case "CHARACTER LARGE OBJECT" -> "nvarchar(max)";
            case "BINARY" -> "binary" + length();
            case "BINARY VARYING" -> "varbinary" + length();
            case "BINARY LARGE OBJECT" -> "varbinary(max)";
            case "NUMERIC", "DECFLOAT" ->
                "decimal(" + row.number("NUMERIC_PRECISION") + "," + row.number("NUMERIC_SCALE") + ")";
            case "TIMESTAMP" -> "datetime2(" + fraction() + ")";
            case "TIMESTAMP WITH TIME ZONE" -> "datetimeoffset(" + fraction() + ")";
            case "TIME" -> "time(" + fraction() + ")";
            default -> h2.toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** Beyond 8,000 there is only MAX. */
    private String length() {
        Long length = row.number("CHARACTER_MAXIMUM_LENGTH");
        return length == null || length > 8000 ? "(max)" : "(" + length + ")";
    }

    private long fraction() {
        Long digits = row.number("DATETIME_PRECISION");
        return digits == null ? 7 : Math.min(7, digits);
    }

    private int userTypeId() {
        return recorded()
                .get(Fact.USER_TYPE)
                .map(TableName::parse)
                .map(ObjectRow::id)
                .orElseGet(() -> type().userTypeId());
    }

    private @Nullable String collation() {
        return type().isCharacter() ? recorded().get(Fact.COLLATION).orElse(DatabaseCollation.NAME) : null;
    }

    private int defaultId() {
        return recorded()
                .get(Fact.DEFAULT_NAME)
                .map(name -> ObjectNumber.of(row.text("TABLE_SCHEMA"), name))
                .orElse(0);
    }

    private @Nullable String defaultText() {
        Object known = row.get("COLUMN_DEFAULT");
        boolean own = isGenerated() && recorded().get(Fact.DEFAULT).isEmpty();
        return known == null || isComputed() || own
                ? null
                : StoredExpression.of(recorded().get(Fact.DEFAULT).orElse(known.toString()));
    }

    @Override
    public @Nullable Object get(String column) {
        return switch (column) {
            case "name", "column_name" -> name();
            case "object_id", "id" -> ObjectRow.id(table());
            case "column_id", "colid", "colorder", "ordinal_position" -> number();
            case "system_type_id", "xtype" -> type().systemTypeId();
            case "user_type_id", "xusertype" -> userTypeId();
            case "max_length", "length" -> type().maxLength();
            case "precision", "xprec" -> type().precision();
            case "scale", "xscale" -> type().scale();
            case "prec" -> Optional.ofNullable(type().characters()).orElse(type().precision());
            case "collation_name", "collation" -> collation();
            case "is_nullable" -> isNullable();
            case "isnullable" -> isNullable() ? 1 : 0;
            case "iscomputed" -> isComputed() ? 1 : 0;
            case "is_rowguidcol" -> recorded().is(Fact.ROWGUIDCOL);
            case "is_identity" -> isIdentity();
            case "is_computed" -> isComputed();
            case "is_ansi_padded" -> type().isCharacter() || type().name().endsWith("binary");
            case "is_filestream", "is_replicated" -> false;
            case "default_object_id", "cdefault" -> defaultId();
            case "rule_object_id" -> 0;
            case "seed_value" -> row.number("IDENTITY_START");
            case "increment_value" -> row.number("IDENTITY_INCREMENT");
            case "is_not_for_replication" -> recorded().is(Fact.IDENTITY_NOT_FOR_REPLICATION);
            case "definition" -> computed().map(StoredExpression::of).orElse(null);
            case "is_persisted" -> recorded().is(Fact.PERSISTED);
            case "generated_always_type" -> !isGenerated() ? 0 : isStart() ? 1 : 2;
            case "generated_always_type_desc" ->
                !isGenerated() ? "NOT_APPLICABLE" : isStart() ? "AS_ROW_START" : "AS_ROW_END";
            case "is_hidden" -> recorded().is(Fact.HIDDEN);
            default -> ofStandard(column);
        };
    }

    private @Nullable Object ofStandard(String column) {
        return switch (column) {
            case "table_catalog" -> database;
            case "table_schema" -> row.text("TABLE_SCHEMA");
            case "table_name" -> row.text("TABLE_NAME");
            case "column_default" -> defaultText();
            case "data_type" -> type().dataType();
            case "character_maximum_length" -> type().characters();
            case "character_octet_length" -> type().octets();
            case "numeric_precision" -> type().numericPrecision();
            case "numeric_precision_radix" -> type().numericRadix();
            case "numeric_scale" -> type().numericScale();
            case "datetime_precision" -> type().datetimePrecision();
            case "character_set_name" ->
                !type().isCharacter() ? null : type().name().startsWith("n") ? "UNICODE" : "iso_1";
            default -> null;
        };
    }
}

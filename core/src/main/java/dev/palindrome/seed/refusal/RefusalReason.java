package dev.palindrome.seed.refusal;

import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.sql.ErrorText;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Why the database refused a row, as a clause that names the rule and no values.
 *
 * @param text such as {@code it breaks the check ck_age}
 * @param rule the constraint or index, if the database named one of the table's
 */
public record RefusalReason(String text, Optional<SchemaObject> rule) {

    /** "Cannot insert the value NULL into column" on SQL Server (docs: mssqlserver-515-database-engine-error), and H2's. */
    private static final List<Integer> NO_NULL = List.of(515, 23502);

    /** "Arithmetic overflow error converting IDENTITY to data type" (docs: database-engine-events-and-errors-8000-to-8999). */
    private static final int OVERFLOW = 8115;

    /** H2: {@code SEQUENCE_EXHAUSTED}. */
    private static final int EXHAUSTED_ON_H2 = 90006;

    /** Violations of a constraint and of an index on SQL Server, and H2's of both. */
    private static final List<Integer> NOT_UNIQUE = List.of(2627, 2601, 23505);

    public static RefusalReason of(SQLException refusal, Table table) {
        String message = ErrorText.withoutStatement(String.valueOf(refusal.getMessage()));
        Optional<SchemaObject> rule = RefusalText.rule(message, table).or(() -> primaryKey(refusal, message, table));
        if (rule.isPresent()) {
            return new RefusalReason(broken(rule.get()), rule);
        }
        Optional<Column> exhausted = exhausted(refusal, message, table);
        if (exhausted.isPresent()) {
            return new RefusalReason(noMoreValues(exhausted.get()), rule);
        }
        String text =
                NO_NULL.contains(refusal.getErrorCode()) ? noNull(message, table) : RefusalText.of(refusal, table);
        return new RefusalReason(text, rule);
    }

    /** Of SQL Server also a number that is computed may be too great: then the message says nothing of an identity. */
    private static Optional<Column> exhausted(SQLException refusal, String message, Table table) {
        int code = refusal.getErrorCode();
        boolean meant = code == EXHAUSTED_ON_H2 || code == OVERFLOW && message.contains("IDENTITY");
        return table.columns().stream()
                .filter(column -> meant && column.identity().isPresent())
                .findFirst();
    }

    private static String noMoreValues(Column identity) {
        return "the identity %s has no more values: its type is %s"
                .formatted(
                        identity.name(), identity.type().map(Object::toString).orElse("unknown"));
    }

    /** That it was the primary key, a server says in its text alone: the error is the same for every key. */
    private static Optional<SchemaObject> primaryKey(SQLException refusal, String message, Table table) {
        boolean meant = NOT_UNIQUE.contains(refusal.getErrorCode()) && message.contains("PRIMARY KEY");
        return meant ? table.primaryKey().map(UniqueKey::object) : Optional.empty();
    }

    private static String broken(SchemaObject rule) {
        String name = rule.name().isEmpty() ? "" : " " + rule.simpleName();
        return switch (rule.kind()) {
            case FOREIGN_KEY -> noParent(new ForeignKey(rule), name);
            case PRIMARY_KEY, UNIQUE_KEY, INDEX ->
                "another row has the same %s (%s%s)"
                        .formatted(String.join(", ", new UniqueKey(rule).columns()), kind(rule), name);
            case CHECK -> "it breaks the check" + (name.isEmpty() ? " that has no name" : name);
            default -> "the trigger%s refused it".formatted(name);
        };
    }

    private static String kind(SchemaObject rule) {
        return rule.kind() == ObjectKind.PRIMARY_KEY
                ? "primary key"
                : rule.kind() == ObjectKind.INDEX ? "unique index" : "unique constraint";
    }

    public static String noParent(ForeignKey key, String name) {
        return "%s.%s has no row for its %s (foreign key%s)"
                .formatted(key.referencedSchema(), key.referencedTable(), String.join(", ", key.columns()), name);
    }

    /** Which column it was, the text alone says. */
    private static String noNull(String message, Table table) {
        return table.columns().stream()
                .map(Column::name)
                .filter(name -> message.contains("'" + name + "'") || message.contains("\"" + name + "\""))
                .findFirst()
                .map(name -> "it has no value for %s, which is NOT NULL".formatted(name))
                .orElse("it has no value for a column that is NOT NULL");
    }
}

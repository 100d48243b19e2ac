package dev.palindrome.production.mask.run;

import dev.palindrome.production.MaskException;
import dev.palindrome.production.mask.MaskPlan;
import dev.palindrome.production.mask.MaskedColumn;
import dev.palindrome.production.mask.MaskedTable;
import dev.palindrome.progress.LongStep;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.PortableName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.SqlTypeFamily;
import dev.palindrome.sql.TableName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads every text column of the database once, and says where an original value is left. */
final class Leftovers {

    private final Connection connection;
    private final MaskEngine engine;
    private final SoughtValues sought;
    private final TextSearch search;
    private final Map<String, Long> found = new TreeMap<>();
    private final Map<String, Long> numbers = new TreeMap<>();
    private final Map<String, Long> notReplaced = new TreeMap<>();
    private final Map<String, Long> notJson = new TreeMap<>();
    private final List<String> looked = new ArrayList<>();
    private final List<String> notLooked = new ArrayList<>();

    Leftovers(Connection connection, MaskEngine engine, SoughtValues sought) {
        this.connection = connection;
        this.engine = engine;
        this.sought = sought;
        this.search = new TextSearch(sought);
    }

    /** A column that is read, the mapping of which all its values must be, and whether it has numbers and no texts. */
    private record Reading(String name, String expression, Optional<ColumnMapping> mapping, boolean isNumber) {

        Optional<ValueMapping> values() {
            return mapping.filter(ValueMapping.class::isInstance).map(ValueMapping.class::cast);
        }

        Optional<DocumentMapping> documents() {
            return mapping.filter(DocumentMapping.class::isInstance).map(DocumentMapping.class::cast);
        }
    }

    /**
     * Reads all tables.
     *
     * @param schema of the database
     * @param plan with what is kept
     * @param targets that have changed
     * @param step is told how far it is
     * @throws MaskException if a value is left
     */
    void search(SchemaSnapshot schema, MaskPlan plan, List<Target> targets, LongStep step) throws SQLException {
        Map<TableName, Table> tables = new LinkedHashMap<>();
        schema.tables().forEach(table -> tables.put(Targets.name(table), table));
        targets.forEach(target -> tables.putIfAbsent(target.name(), target.table()));
        int number = 0;
        for (Map.Entry<TableName, Table> table : tables.entrySet()) {
            number++;
            step.at("%d of %d tables searched".formatted(number, tables.size()));
            search(table.getKey(), table.getValue(), plan, targets);
        }
        refuse();
    }

    private void search(TableName name, Table table, MaskPlan plan, List<Target> targets) throws SQLException {
        List<Reading> readings = new ArrayList<>();
        Optional<Target> target =
                targets.stream().filter(each -> each.name().equals(name)).findFirst();
        for (Column column : table.columns()) {
            String label = name + "." + BracketedName.readable(List.of(column.name()));
            Optional<String> reason = kept(plan, table, column);
            if (reason.isPresent()) {
                notLooked.add(label + " (kept: " + reason.get() + ")");
            } else if (isText(column)) {
                Optional<ColumnMapping> mapping = target.flatMap(each -> mapping(each, column));
                keptMembers(plan, table, column).forEach(kept -> notLooked.add(label + " " + kept));
                if (mapping.isPresent() || sought.size() > 0) {
                    readings.add(new Reading(label, engine.text(column), mapping, false));
                }
            } else if (sought.lookForNumbers()
                    && isWholeNumber(column)
                    && target.flatMap(each -> each.column(column)).isEmpty()
                    && !isKey(table, column)) {
                readings.add(new Reading(label, PortableName.of(column.name()), Optional.empty(), true));
            } else if (isOther(column)) {
                notLooked.add(label + " ("
                        + column.type().map(DeclaredType::toString).orElse("computed from other columns") + ")");
            }
        }
        if (!readings.isEmpty()) {
            read(name, table, readings);
        }
    }

    private static Optional<ColumnMapping> mapping(Target target, Column column) {
        return target.column(column)
                .filter(each -> each.person().isEmpty() || each.document().isPresent())
                .flatMap(TargetColumn::mapping);
    }

    private static Stream<MaskedColumn> planned(MaskPlan plan, Table table, Column column) {
        return plan.tables().stream()
                .filter(masked ->
                        masked.table().object().name().equals(table.object().name()))
                .map(MaskedTable::columns)
                .flatMap(List::stream)
                .filter(each -> each.name().equals(column.name()));
    }

    private static Optional<String> kept(MaskPlan plan, Table table, Column column) {
        return planned(plan, table, column)
                .flatMap(each -> each.keptFor().stream())
                .findFirst();
    }

    /** What may stay of documents. */
    private static List<String> keptMembers(MaskPlan plan, Table table, Column column) {
        return planned(plan, table, column)
                .flatMap(each -> Stream.concat(
                        each.members().stream()
                                .flatMap(member -> member.keptFor().stream()
                                        .map(reason -> member.rule().path().orElseThrow() + " (kept: " + reason + ")")),
                        each.rest().stream().map(reason -> "but for its masked members (kept: " + reason + ")")))
                .toList();
    }

    private static boolean isText(Column column) {
        Optional<SqlTypeFamily> family = column.type().flatMap(DeclaredType::family);
        return family.map(each -> each.isText() || each == SqlTypeFamily.XML || each == SqlTypeFamily.JSON)
                .orElse(column.type().isPresent());
    }

    /** Of nine digits or more. */
    private static boolean isWholeNumber(Column column) {
        return column.type()
                .filter(type -> type.is(SqlType.INT)
                        || type.is(SqlType.BIGINT)
                        || type.family().filter(SqlTypeFamily.DECIMAL::equals).isPresent()
                                && type.scale().orElse(0) == 0)
                .isPresent();
    }

    /** Keys count, or follow what they refer to. */
    private static boolean isKey(Table table, Column column) {
        return column.identity().isPresent()
                || Stream.concat(
                                table.uniqueKeys().stream().map(UniqueKey::columns),
                                table.foreignKeys().stream().map(ForeignKey::columns))
                        .flatMap(List::stream)
                        .anyMatch(column.name()::equalsIgnoreCase);
    }

    /** What may hold texts and is not read. */
    private static boolean isOther(Column column) {
        return column.type()
                .flatMap(DeclaredType::family)
                .map(family -> family == SqlTypeFamily.BINARY || family == SqlTypeFamily.VARIANT)
                .orElse(true);
    }

    private void read(TableName name, Table table, List<Reading> readings) throws SQLException {
        long[] left = new long[readings.size()];
        long[] strange = new long[readings.size()];
        long[] others = new long[readings.size()];
        String columns = readings.stream().map(Reading::expression).collect(Collectors.joining(", "));
        SqlRunner.on(connection)
                .query("SELECT " + columns + " FROM " + PortableName.of(name.schema(), name.name()) + table.rowHint())
                .forEach(row -> {
                    for (int i = 0; i < left.length; i++) {
                        String text = row.getString(i + 1);
                        if (text != null && readings.get(i).isNumber()) {
                            left[i] += sought.hasWholeNumber(text) ? 1 : 0;
                        } else if (text != null) {
                            String searched = text;
                            Optional<DocumentMapping> documents =
                                    readings.get(i).documents();
                            if (documents.isPresent()) {
                                DocumentMapping.Look look = documents.get().look(text);
                                searched = look.searched();
                                strange[i] += look.isMasked() ? 0 : 1;
                                others[i] += look.isGood() ? 0 : 1;
                            }
                            ValueMapping values = readings.get(i).values().orElse(null);
                            boolean isGiven = values != null && values.hasGiven(text);
                            left[i] += isLeftIn(searched, isGiven ? values : null) ? 1 : 0;
                            strange[i] += values == null || isGiven ? 0 : 1;
                        }
                    }
                });
        for (int i = 0; i < left.length; i++) {
            looked.add(readings.get(i).name());
            note(readings.get(i).isNumber() ? numbers : found, readings.get(i), left[i]);
            note(notReplaced, readings.get(i), strange[i]);
            note(notJson, readings.get(i), others[i]);
        }
    }

    /** @param maker which has given the text; null where none has */
    private boolean isLeftIn(String text, @Nullable ValueMapping maker) {
        return maker == null ? search.finds(text) : search.finds(text, maker.mayHoldEmails(), maker.mayHoldNumbers());
    }

    private static void note(Map<String, Long> counts, Reading reading, long count) {
        if (count > 0) {
            counts.put(reading.name(), count);
        }
    }

    private void refuse() {
        if (found.isEmpty() && notReplaced.isEmpty() && notJson.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder("Masking has not reached all personal data. Nothing was changed.");
        if (!found.isEmpty()) {
            message.append("\nAn e-mail address, phone or number of a person of a masked column stands in:\n")
                    .append(lines(found))
                    .append(
                            "\nGive these columns a rule: a kind, a constant, null, or keep with the reason why the values may stay.");
        }
        if (!notReplaced.isEmpty()) {
            message.append("\nValues that no masking has made are in:\n")
                    .append(lines(notReplaced))
                    .append("\nSomebody else writes to the database, or a trigger does. Try again when nobody does.");
        }
        if (!notJson.isEmpty()) {
            message.append(
                            "\nRules are about members of JSON, and texts that are none, or have one in them that begins with { or [ and is none, are in:\n")
                    .append(lines(notJson))
                    .append(
                            "\nMend them, give such a member a rule (text, constant …), or the whole column: text, constant …, null, or keep with the reason why the values may stay.");
        }
        throw new MaskException(message.toString());
    }

    private static String lines(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> "  %s: %d %s"
                        .formatted(count.getKey(), count.getValue(), count.getValue() == 1 ? "row" : "rows"))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Columns of whole numbers that hold what may be an original, each with how many rows: by chance or not, which nobody can
     * tell.
     */
    Map<String, Long> numbers() {
        return numbers;
    }

    /** Columns that were read. */
    List<String> looked() {
        return looked;
    }

    /** Columns that were not, each with the reason. */
    List<String> notLooked() {
        return notLooked;
    }
}

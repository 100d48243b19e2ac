package dev.palindrome.production.mask.run;

import dev.palindrome.production.MaskException;
import dev.palindrome.production.mask.MaskKind;
import dev.palindrome.production.mask.MaskPlan;
import dev.palindrome.production.mask.MaskedColumn;
import dev.palindrome.production.mask.MaskedTable;
import dev.palindrome.production.mask.value.ColumnShape;
import dev.palindrome.production.mask.value.FakeKind;
import dev.palindrome.production.mask.value.MaskKey;
import dev.palindrome.production.mask.value.Replacement;
import dev.palindrome.production.mask.value.Replacements;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.Table;
import dev.palindrome.schema.UniqueKey;
import dev.palindrome.sql.DeclaredType;
import dev.palindrome.sql.SqlType;
import dev.palindrome.sql.TableName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Makes of a plan what is done: which columns share a mapping, and whose their values are. */
final class Targets {

    /** Kinds that say whom a row describes. */
    private static final Set<FakeKind> OF_PERSONS = EnumSet.of(
            FakeKind.EMAIL,
            FakeKind.FIRST_NAME,
            FakeKind.LAST_NAME,
            FakeKind.FULL_NAME,
            FakeKind.USERNAME,
            FakeKind.PHONE,
            FakeKind.NATIONAL_ID);

    /**
     * Columns whose equal values stay equal: of one kind, and texts or of one type.
     *
     * @param kind in words; of a function of the user's with the rule
     * @param type missing for texts, of whatever type
     * @param maxLength for which replacements are made; plans have made it the same wherever that can be
     */
    private record Domain(String kind, Optional<SqlType> type, int maxLength) {}

    private final MaskPlan plan;
    private final Map<TableName, TableName> histories;
    private final MaskKey key;
    private final SoughtValues sought;
    private final Map<Domain, ValueMapping> mappings = new LinkedHashMap<>();

    private Targets(MaskPlan plan, Map<TableName, TableName> histories, MaskKey key, SoughtValues sought) {
        this.plan = plan;
        this.histories = histories;
        this.key = key;
        this.sought = sought;
    }

    /**
     * Makes them.
     *
     * @param plan which columns change
     * @param histories of temporal tables, by table
     * @param key what replacements follow from
     * @param sought gathers originals that are looked for afterwards
     * @throws MaskException if a column's type takes nothing of its kind
     */
    static List<Target> of(MaskPlan plan, Map<TableName, TableName> histories, MaskKey key, SoughtValues sought) {
        return new Targets(plan, histories, key, sought).make();
    }

    private List<Target> make() {
        domains().forEach((domain, columns) -> mappings.put(domain, mapping(domain, columns)));
        List<Target> targets = new ArrayList<>();
        for (MaskedTable masked : plan.tables()) {
            if (masked.changed().isEmpty()) {
                continue;
            }
            List<TargetColumn> columns = masked.changed().stream()
                    .map(column -> column(masked, column))
                    .toList();
            TableName name = name(masked.table());
            targets.add(new Target(masked.table(), name, columns));
            Optional.ofNullable(histories.get(name))
                    .ifPresent(history -> targets.add(new Target(masked.table(), history, columns)));
        }
        return targets;
    }

    private record Place(Table table, MaskedColumn column) {}

    private Map<Domain, List<Place>> domains() {
        Map<Domain, List<Place>> domains = new LinkedHashMap<>();
        for (MaskedTable masked : plan.tables()) {
            for (MaskedColumn column : masked.changed()) {
                add(domains, masked.table(), column);
                for (MaskedColumn member : column.members()) {
                    add(domains, masked.table(), member);
                    add(domains, masked.table(), asNumber(member));
                }
            }
        }
        return domains;
    }

    private static void add(Map<Domain, List<Place>> domains, Table table, MaskedColumn column) {
        domain(column)
                .ifPresent(domain -> domains.computeIfAbsent(domain, each -> new ArrayList<>())
                        .add(new Place(table, column)));
    }

    /** A member of documents where it is a number, whose digits are as many as they please. */
    private static MaskedColumn asNumber(MaskedColumn member) {
        ColumnShape number =
                new ColumnShape(SqlType.DECIMAL, 0, 0, 0, member.shape().isUnique(), true);
        return new MaskedColumn(member.name(), member.kind(), member.rule(), number, List.of());
    }

    private static Optional<Domain> domain(MaskedColumn column) {
        boolean isMapped = column.kind() instanceof MaskKind.Fake || column.kind() instanceof MaskKind.Custom;
        SqlType type = column.shape().type();
        String kind = column.kind() instanceof MaskKind.Custom
                ? column.kind() + " by " + column.rule().place()
                : column.kind().toString();
        if (isNumberOfJson(column)) {
            kind += " (numbers in JSON)";
        }
        return isMapped
                ? Optional.of(new Domain(
                        kind,
                        type.family().isText() ? Optional.empty() : Optional.of(type),
                        column.shape().maxLength()))
                : Optional.empty();
    }

    private static boolean isNumberOfJson(MaskedColumn column) {
        return column.isMember() && !column.shape().type().family().isText();
    }

    private ValueMapping mapping(Domain domain, List<Place> places) {
        List<ColumnShape> shapes =
                places.stream().map(place -> place.column().shape()).toList();
        ColumnShape shape = fittingAll(shapes);
        MaskKind kind = places.get(0).column().kind();
        Optional<FakeKind> made = kind instanceof MaskKind.Fake fake ? Optional.of(fake.kind()) : Optional.empty();
        return new ValueMapping(
                domain.kind(), replacement(places, shape), shape.isUnique(), folds(places), made, sought);
    }

    private Replacement replacement(List<Place> places, ColumnShape shape) {
        Place first = places.stream()
                .filter(place ->
                        place.column().rule().table().fits(place.table().name()))
                .findFirst()
                .orElse(places.get(0));
        MaskKind kind = first.column().kind();
        if (kind instanceof MaskKind.Custom custom) {
            return new CustomReplacement(custom, first.table().toString(), first.column(), key);
        }
        FakeKind fake = ((MaskKind.Fake) kind).kind();
        return isNumberOfJson(first.column())
                ? new NumberOfJson(Replacements.ofNumbers(fake, shape, key))
                : Replacements.of(fake, shape, key);
    }

    /** Upper and lower case are the same unless a column that must keep values apart tells them apart. */
    private static boolean folds(List<Place> places) {
        return places.stream()
                .filter(place -> place.column().shape().isUnique())
                .noneMatch(
                        place -> isCaseSensitive(place.table(), place.column().name()));
    }

    private static boolean isCaseSensitive(Table table, String name) {
        return object(table, name)
                .flatMap(column -> column.get(Property.COLLATION))
                .filter(collation -> collation.contains("_CS") || collation.contains("_BIN"))
                .isPresent();
    }

    private static Optional<SchemaObject> object(Table table, String name) {
        return table.columns().stream()
                .filter(column -> column.name().equals(name))
                .map(Column::object)
                .findFirst();
    }

    /** What fits one column fits all, so that equal values stay equal. */
    private static ColumnShape fittingAll(List<ColumnShape> shapes) {
        ColumnShape narrowest = shapes.stream()
                .min(Comparator.comparing(ColumnShape::isCodePage).reversed())
                .orElseThrow();
        return new ColumnShape(
                narrowest.type(),
                narrowest.maxLength(),
                least(shapes, ColumnShape::precision),
                least(shapes, ColumnShape::scale),
                shapes.stream().anyMatch(ColumnShape::isUnique),
                shapes.stream().allMatch(ColumnShape::isNullable));
    }

    private static int least(List<ColumnShape> shapes, ToIntFunction<ColumnShape> size) {
        return shapes.stream().mapToInt(size).filter(each -> each > 0).min().orElse(0);
    }

    private TargetColumn column(MaskedTable masked, MaskedColumn column) {
        DeclaredType type = object(masked.table(), column.name())
                .flatMap(object -> new Column(object).type())
                .orElseThrow();
        Optional<TargetColumn.Person> person =
                column.shape().type().family().isTime() && column.kind() instanceof MaskKind.Fake || hasDates(column)
                        ? person(masked)
                        : Optional.empty();
        Optional<ColumnMapping> mapping = column.members().isEmpty()
                ? domain(column).map(mappings::get)
                : Optional.of(documents(masked.table(), column));
        return new TargetColumn(column.name(), type, column.kind(), mapping, person);
    }

    private DocumentMapping documents(Table table, MaskedColumn column) {
        return new DocumentMapping(
                table.toString(),
                column,
                column.members().stream()
                        .map(member -> new DocumentMapping.Member(
                                member,
                                domain(member).map(mappings::get),
                                domain(asNumber(member)).map(mappings::get)))
                        .toList());
    }

    private static boolean hasDates(MaskedColumn column) {
        return column.members().stream()
                .anyMatch(member -> member.kind().equals(new MaskKind.Fake(FakeKind.DATE_OF_BIRTH)));
    }

    /** Dates are a person's: of the table itself if it describes persons, else of the one that its foreign key points to. */
    private Optional<TargetColumn.Person> person(MaskedTable masked) {
        if (!describesPersons(masked)) {
            for (ForeignKey foreignKey : masked.table().foreignKeys()) {
                Optional<MaskedTable> described = plan.tables().stream()
                        .filter(other -> isReferenced(foreignKey, other.table()) && describesPersons(other))
                        .findFirst();
                if (described.isPresent()) {
                    return Optional.of(
                            new TargetColumn.Person(described.get().table().toString(), foreignKey.columns()));
                }
            }
        }
        return masked.table()
                .primaryKey()
                .map(UniqueKey::columns)
                .map(columns -> new TargetColumn.Person(masked.table().toString(), columns));
    }

    private static boolean isReferenced(ForeignKey foreignKey, Table table) {
        return foreignKey.referencedSchema().equals(table.schema())
                && foreignKey.referencedTable().equals(table.name())
                && table.primaryKey()
                        .filter(key -> key.columns().equals(foreignKey.referencedColumns()))
                        .isPresent();
    }

    private static boolean describesPersons(MaskedTable masked) {
        return masked.changed().stream()
                .filter(column -> !isReference(masked.table(), column))
                .anyMatch(column -> column.kind() instanceof MaskKind.Fake fake && OF_PERSONS.contains(fake.kind()));
    }

    /** A key that refers to a person is masked as that person's, and makes none of the row. */
    private static boolean isReference(Table table, MaskedColumn column) {
        return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
    }

    static TableName name(Table table) {
        return new TableName(table.schema(), table.name());
    }
}

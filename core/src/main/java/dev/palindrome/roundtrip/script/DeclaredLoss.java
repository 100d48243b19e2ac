package dev.palindrome.roundtrip.script;

import dev.palindrome.migration.UndoDeclarations;
import dev.palindrome.roundtrip.DataLoss;
import dev.palindrome.schema.Column;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.TableName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A loss that an undo script declares.
 *
 * @param declared as written
 * @param places what may be meant
 */
public record DeclaredLoss(UndoDeclarations.Loss declared, List<Place> places) {

    /** A table, or a column of it; or a sequence. */
    private record Place(TableName table, Optional<String> column) {

        boolean covers(DataLoss loss) {
            return loss.table().equalsIgnoreCase(table.toString())
                    && column.map(name -> name.equalsIgnoreCase(loss.column())).orElse(true);
        }

        Optional<Table> in(SchemaSnapshot schema) {
            return schema.table(table.schema(), table.name());
        }

        boolean isIn(SchemaSnapshot schema) {
            return in(schema).filter(this::hasColumn).isPresent() || isSequence(schema);
        }

        private boolean isSequence(SchemaSnapshot schema) {
            return column.isEmpty()
                    && schema.objects(ObjectKind.SEQUENCE).stream()
                            .anyMatch(sequence ->
                                    BracketedName.readable(sequence.name()).equalsIgnoreCase(table.toString()));
        }

        private boolean hasColumn(Table found) {
            return column.isEmpty()
                    || found.columns().stream().anyMatch(known -> known.name().equalsIgnoreCase(column.get()));
        }
    }

    /** @param defaultSchema that of the migrations, which is meant where none is written; {@code dbo} is meant as well */
    public static List<DeclaredLoss> of(UndoDeclarations declarations, String defaultSchema) {
        Set<String> schemas = new LinkedHashSet<>(List.of(defaultSchema, "dbo"));
        return declarations.losses().stream()
                .map(loss -> new DeclaredLoss(loss, places(loss.parts(), schemas)))
                .toList();
    }

    /** Two parts may be a schema with its table, or a table with its column. */
    private static List<Place> places(List<String> parts, Set<String> schemas) {
        List<Place> places = new ArrayList<>();
        if (parts.size() > 1) {
            places.add(new Place(
                    new TableName(parts.get(0), parts.get(1)),
                    parts.stream().skip(2).findFirst()));
        }
        if (parts.size() < 3) {
            schemas.forEach(schema -> places.add(new Place(
                    new TableName(schema, parts.get(0)), parts.stream().skip(1).findFirst())));
        }
        return List.copyOf(places);
    }

    public boolean covers(DataLoss loss) {
        return places.stream().anyMatch(place -> place.covers(loss));
    }

    /** Whether a table may be meant, or a column of it. */
    public boolean isAbout(Table table) {
        return places.stream().anyMatch(place -> place.table().toString().equalsIgnoreCase(table.toString()));
    }

    /** Why it names nothing that could be lost; empty where it does. */
    public Optional<String> unknownIn(SchemaSnapshot before) {
        if (places.stream().anyMatch(place -> place.isIn(before))) {
            return Optional.empty();
        }
        Optional<String> withoutColumn = places.stream()
                .flatMap(place -> place.in(before).stream())
                .map(table -> table + " has only the columns "
                        + table.columns().stream().map(Column::name).collect(Collectors.joining(", ")))
                .findFirst();
        String why = withoutColumn.orElseGet(() -> "there is no table "
                + places.stream()
                        .map(place -> place.table().toString())
                        .distinct()
                        .collect(Collectors.joining(", and no ")));
        return Optional.of("loses " + this + ", but before the migration " + why + ".");
    }

    @Override
    public String toString() {
        return declared.toString();
    }
}

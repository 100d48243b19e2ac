package dev.palindrome.check.step;

import dev.palindrome.sql.DeclaredType;
import dev.palindrome.tsql.ObjectName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The tables that scripts have made so far, in the order of their versions. */
public final class KnownTables {

    private final Map<ObjectName, Table> tables = new HashMap<>();

    /** A table, as far as its scripts have said. */
    public static final class Table {

        private final int script;
        private final Map<String, Column> columns = new HashMap<>();
        private final List<KnownKey> keys = new ArrayList<>();

        private Table(int script) {
            this.script = script;
        }

        public Optional<Column> column(String name) {
            return Optional.ofNullable(columns.get(lower(name)));
        }

        /** Whether it had a key before a script began. */
        public boolean hadKeyBefore(int script) {
            return keys.stream().anyMatch(key -> key.script < script);
        }

        /**
         * Whether rows cannot be equal in these columns: they hold a key, or values that the server gives. A key that the
         * script itself has dropped has kept them apart until now.
         */
        public boolean isUniqueIn(List<String> key, int script) {
            Set<String> names = key.stream().map(KnownTables::lower).collect(Collectors.toSet());
            return keys.stream()
                            .filter(each -> each.goneIn.isEmpty() || each.goneIn.getAsInt() == script)
                            .anyMatch(each -> names.containsAll(each.columns))
                    || names.stream()
                            .anyMatch(name -> Optional.ofNullable(columns.get(name))
                                    .filter(Column::isDistinct)
                                    .isPresent());
        }
    }

    /** A key, also one that is gone: its table is not one that gets its first. */
    private static final class KnownKey {

        private final String name;
        private final Set<String> columns;
        private final int script;
        private OptionalInt goneIn = OptionalInt.empty();

        private KnownKey(Step.UniqueKey key, int script) {
            this.name = key.name();
            this.columns = names(key.columns());
            this.script = script;
        }
    }

    /**
     * A column.
     *
     * @param type as it was declared last; empty for a computed one
     * @param isNotNull whether it refuses NULL
     * @param script the number of the script that added it
     * @param isLater whether it was added to a table that was there
     * @param isFilled whether a statement, or its default, has given it values since
     */
    public record Column(
            Optional<DeclaredType> type,
            boolean isNotNull,
            boolean isDistinct,
            int script,
            boolean isLater,
            boolean isFilled) {}

    /** A table that was there before a script began. */
    public Optional<Table> before(int script, ObjectName name) {
        return Optional.ofNullable(tables.get(name.folded())).filter(table -> table.script < script);
    }

    public void apply(Step step, int script) {
        if (step instanceof Step.CreateTable create) {
            create(create, script);
        } else if (step instanceof Step.SelectInto into) {
            tables.putIfAbsent(into.table().folded(), new Table(script));
        } else if (step instanceof Step.DropTable) {
            tables.remove(step.table().folded());
        } else if (step instanceof Step.MoveToSchema move) {
            rename(move.table(), new ObjectName(move.schema(), move.table().name()));
        } else if (step instanceof Step.Rename rename && rename.column().isEmpty()) {
            rename(rename.table(), new ObjectName(rename.table().schema(), rename.newName()));
        } else {
            Optional.ofNullable(tables.get(step.table().folded())).ifPresent(table -> change(table, step, script));
        }
    }

    private void create(Step.CreateTable create, int script) {
        Table table = new Table(script);
        create.columns().forEach(column -> table.columns.put(lower(column.name()), column(column, script, false)));
        create.uniqueKeys().forEach(key -> table.keys.add(new KnownKey(key, script)));
        tables.merge(create.table().folded(), table, KnownTables::either);
    }

    /**
     * One that was known and is made again: either the old one is there, and the script only makes sure of it, or it is gone
     * in a way that was not seen. What both have in common is known.
     */
    private static Table either(Table old, Table made) {
        old.columns.forEach((name, column) -> made.columns.merge(name, column, (now, before) -> either(before, now)));
        made.keys.addAll(old.keys);
        return made;
    }

    private static Column either(Column old, Column made) {
        return new Column(
                old.type().filter(type -> made.type().equals(Optional.of(type))),
                old.isNotNull() || made.isNotNull(),
                old.isDistinct() || made.isDistinct(),
                made.script(),
                false,
                true);
    }

    private void rename(ObjectName from, ObjectName to) {
        Optional.ofNullable(tables.remove(from.folded())).ifPresent(table -> tables.put(to.folded(), table));
    }

    private static void change(Table table, Step step, int script) {
        if (step instanceof Step.AddColumn add) {
            table.columns.putIfAbsent(lower(add.column().name()), column(add.column(), script, true));
        } else if (step instanceof Step.AlterColumn alter) {
            table.column(alter.column().name())
                    .ifPresent(old -> table.columns.put(lower(alter.column().name()), altered(old, alter.column())));
        } else if (step instanceof Step.DropColumn drop) {
            table.columns.remove(lower(drop.column()));
        } else if (step instanceof Step.AddUniqueKey key && !key.isFiltered()) {
            table.keys.add(new KnownKey(key.key(), script));
        } else if (step instanceof Step.DropKey drop) {
            table.keys.stream()
                    .filter(key -> key.goneIn.isEmpty() && key.name.equalsIgnoreCase(drop.name()))
                    .forEach(key -> key.goneIn = OptionalInt.of(script));
        } else if (step instanceof Step.Rename rename) {
            rename(table, lower(rename.column().orElseThrow()), lower(rename.newName()));
        } else if (step instanceof Step.ChangeRows rows) {
            rows.columns()
                    .forEach(name ->
                            table.column(name).ifPresent(column -> table.columns.put(lower(name), filled(column))));
        }
    }

    private static void rename(Table table, String old, String now) {
        Optional.ofNullable(table.columns.remove(old)).ifPresent(column -> table.columns.put(now, column));
        table.keys.forEach(key -> {
            if (key.columns.remove(old)) {
                key.columns.add(now);
            }
        });
    }

    private static Column column(ColumnDefinition definition, int script, boolean later) {
        return new Column(
                definition.type(),
                definition.isNotNull(),
                definition.isDistinct(),
                script,
                later,
                !later || definition.fillsRows());
    }

    private static Column altered(Column old, ColumnDefinition definition) {
        return new Column(
                definition.type(),
                definition.isNotNull(),
                old.isDistinct(),
                old.script(),
                old.isLater(),
                old.isFilled());
    }

    private static Column filled(Column column) {
        return new Column(
                column.type(), column.isNotNull(), column.isDistinct(), column.script(), column.isLater(), true);
    }

    private static Set<String> names(List<String> columns) {
        Set<String> names = new HashSet<>();
        columns.forEach(column -> names.add(lower(column)));
        return names;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

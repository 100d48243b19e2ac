package dev.palindrome.roundtrip.pass;

import dev.palindrome.roundtrip.rows.RowHashes;
import dev.palindrome.roundtrip.script.MigrationUnderTest;
import dev.palindrome.schema.NameChange;
import dev.palindrome.schema.Table;
import dev.palindrome.text.HiddenValues;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The keys of the rows that Palindrome has generated, by table: only these may be shown. Whatever was there before it began
 * to fill a table, be it by an INSERT, by SELECT INTO or because the table had another name, is not among them.
 */
final class GeneratedKeys {

    private final Map<List<String>, Set<List<Long>>> byTable = new HashMap<>();

    /** None where people's rows are about: a migration may have put their values beside generated ones. */
    Set<List<Long>> of(Table table) {
        return HiddenValues.areHidden()
                ? Set.of()
                : byTable.getOrDefault(table.object().name(), Set.of());
    }

    /** @param others what is there beside what was generated */
    void add(Table table, RowHashes all, RowHashes others) {
        Set<List<Long>> keys = new HashSet<>(of(table));
        Set<List<Long>> come = new HashSet<>(all.keys());
        come.removeAll(others.keys());
        keys.addAll(come);
        byTable.put(table.object().name(), keys);
    }

    /**
     * Goes on with what a migration has left of them, in a table that it has touched.
     *
     * @param before the table's rows from before it; missing where that is not known
     */
    void keep(MigrationUnderTest migration, Table table, Optional<RowHashes> before, RowHashes now) {
        if (before.isEmpty() || !before.get().keyNames().equals(now.keyNames())) {
            byTable.remove(table.object().name());
        } else if (migration.mayBringRows()) {
            // One that is gone may have made room for another with its key.
            keepSame(table, before.get(), now);
        }
    }

    /** Goes on with those that are as they were. */
    void keepSame(Table table, RowHashes before, RowHashes now) {
        byTable.computeIfPresent(table.object().name(), (name, keys) -> {
            Set<List<Long>> same = new HashSet<>(keys);
            same.retainAll(now.keysOfSame(before));
            return same;
        });
    }

    /**
     * A table goes on under another name.
     *
     * @return the other one
     */
    Optional<List<String>> rename(MigrationUnderTest migration, Table renamed) {
        Optional<List<String>> old = migration.nameChanges().orElse(List.of()).stream()
                .filter(change -> change.kind() == NameChange.Kind.OBJECT
                        && change.newName().equals(renamed.name())
                        && change.name().get(0).equalsIgnoreCase(renamed.schema()))
                .flatMap(change -> byTable.keySet().stream()
                        .filter(known -> String.join(".", known).equalsIgnoreCase(String.join(".", change.name()))))
                .findFirst();
        old.ifPresent(name -> byTable.put(renamed.object().name(), Objects.requireNonNull(byTable.get(name))));
        return old;
    }
}

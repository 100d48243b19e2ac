package dev.palindrome.schema.read;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The tables of a watch's last snapshot, by name without schema and without case: so that no step looks at all of them. */
final class H2PresentTables {

    private final Map<String, List<SchemaObject>> byName = new HashMap<>();

    /** The names of the tables whose foreign keys point to a name. */
    private final Map<String, Set<String>> referencing = new HashMap<>();

    /** As H2 itself folds names ({@code StringUtils.toUpperEnglish}). */
    static String key(String name) {
        return name.toUpperCase(Locale.ENGLISH);
    }

    void beginWith(SchemaSnapshot snapshot) {
        byName.clear();
        referencing.clear();
        snapshot.objects(ObjectKind.TABLE).forEach(this::add);
    }

    void add(SchemaObject table) {
        String name = key(table.simpleName());
        byName.computeIfAbsent(name, first -> new ArrayList<>()).add(table);
        targets(table)
                .forEach(target -> referencing
                        .computeIfAbsent(target, first -> new HashSet<>())
                        .add(name));
    }

    List<SchemaObject> all() {
        return byName.values().stream().flatMap(List::stream).toList();
    }

    /** Takes out what has one of these names, and gives it. */
    List<SchemaObject> take(Collection<String> names) {
        List<SchemaObject> taken = new ArrayList<>();
        for (String name : names) {
            for (SchemaObject table : Optional.ofNullable(byName.remove(name)).orElse(List.of())) {
                taken.add(table);
                targets(table)
                        .forEach(target ->
                                referencing.getOrDefault(target, Set.of()).remove(name));
            }
        }
        return taken;
    }

    /** A foreign key's text names the table that it points to. */
    Set<String> withReferencing(Collection<String> names) {
        Set<String> all = new HashSet<>(names);
        names.forEach(name -> all.addAll(referencing.getOrDefault(name, Set.of())));
        return all;
    }

    private static List<String> targets(SchemaObject table) {
        return table.parts(ObjectKind.FOREIGN_KEY).stream()
                .map(part -> key(new ForeignKey(part).referencedTable()))
                .toList();
    }
}

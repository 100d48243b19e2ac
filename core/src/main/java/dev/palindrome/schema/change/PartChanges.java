package dev.palindrome.schema.change;

import dev.palindrome.schema.ForeignKey;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.UniqueKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys, checks, indexes … that go and those that come; whatever stands on one that goes, goes along. */
final class PartChanges {

    private final ChangedObjects objects;
    private final Map<SchemaObject, OwnedPart> seenDrops = new IdentityHashMap<>();
    private final Map<SchemaObject, OwnedPart> seenCreates = new IdentityHashMap<>();
    private final Map<Integer, OwnedPart> drops = new LinkedHashMap<>();
    private final Map<Integer, OwnedPart> creates = new LinkedHashMap<>();
    private final Map<OwnedPart, String> renames = new LinkedHashMap<>();

    PartChanges(ChangedObjects objects) {
        this.objects = objects;
    }

    Collection<OwnedPart> drops() {
        return drops.values();
    }

    Collection<OwnedPart> creates() {
        return creates.values();
    }

    /** The new names of parts that stay; one that makes way comes back under its new name. */
    Map<OwnedPart, String> renames() {
        renames.keySet().removeIf(owned -> seenDrops.containsKey(owned.part()));
        return renames;
    }

    void rename(SchemaObject owner, SchemaObject part, String name) {
        renames.put(new OwnedPart(owner, part), name);
    }

    void create(SchemaObject owner, SchemaObject part) {
        OwnedPart owned = new OwnedPart(owner, part);
        if (seenCreates.put(part, owned) == null) {
            creates.put(creates.size(), owned);
            owner.parts().stream()
                    .filter(other -> ExtraStatements.isAboutPart(other, part))
                    .forEach(property -> create(owner, property));
        }
    }

    void drop(SchemaObject owner, SchemaObject part) {
        OwnedPart owned = new OwnedPart(owner, part);
        if (seenDrops.put(part, owned) == null) {
            drops.put(drops.size(), owned);
            if (part.kind() == ObjectKind.PRIMARY_KEY || IndexDefinition.isPrimaryXml(part)) {
                remakeStandingOn(owner, part);
            }
            if (UniqueKey.isUnique(part)) {
                remakeReferencing(owner, new UniqueKey(part).columns());
            }
        }
    }

    /** XML, spatial and such indexes need the primary key, and secondary XML indexes their primary one. */
    private void remakeStandingOn(SchemaObject owner, SchemaObject part) {
        owner.parts(ObjectKind.INDEX).stream()
                .filter(index -> part.kind() == ObjectKind.PRIMARY_KEY
                        ? IndexDefinition.standsOnPrimaryKey(index)
                        : IndexDefinition.isSecondaryOf(index, part))
                .forEach(index -> remake(owner, index));
    }

    /** Drops something that is in the way, and makes again what shall be there. */
    void remake(SchemaObject owner, SchemaObject part) {
        if (seenDrops.containsKey(part)) {
            return;
        }
        drop(owner, part);
        createAgain(owner, part);
    }

    /** Makes again what shall be there; what is there goes some other way. */
    void createAgain(SchemaObject owner, SchemaObject part) {
        Optional<ObjectPair> pair = objects.pair(owner);
        Optional<SchemaObject> wanted = pair.isPresent() ? pair.get().expectedOf(part) : Optional.of(part);
        wanted.ifPresent(known -> create(pair.map(ObjectPair::expected).orElse(owner), known));
    }

    /** Makes again what was said about a column, and who may do what with it: both go with the column. */
    void describeAgain(SchemaObject table, SchemaObject column) {
        table.parts().stream()
                .filter(part -> ExtraStatements.isAboutColumn(part, column))
                .forEach(part -> createAgain(table, part));
    }

    /** The foreign keys of whatever table that need this key. */
    private void remakeReferencing(SchemaObject table, List<String> columns) {
        Set<String> key = keys(columns);
        for (OwnedPart referencing : objects.referencing(table)) {
            if (keys(new ForeignKey(referencing.part()).referencedColumns()).equals(key)) {
                remakeUnlessGone(referencing);
            }
        }
    }

    /** All foreign keys of other tables that point here. */
    void remakeReferencing(SchemaObject table) {
        for (OwnedPart referencing : objects.referencing(table)) {
            if (referencing.owner() != table) {
                remakeUnlessGone(referencing);
            }
        }
    }

    private void remakeUnlessGone(OwnedPart referencing) {
        if (!objects.isExtra(referencing.owner())) {
            remake(referencing.owner(), referencing.part());
        }
    }

    private Set<String> keys(List<String> columns) {
        Set<String> keys = new HashSet<>();
        columns.forEach(column -> keys.add(objects.names().key(column)));
        return keys;
    }
}

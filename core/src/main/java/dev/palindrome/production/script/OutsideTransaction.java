package dev.palindrome.production.script;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaChange;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What T-SQL makes outside of transactions alone (Microsoft: alter-database-transact-sql,
 * create-fulltext-index-transact-sql), so
 * that Flyway takes it in no script with anything else; and the change tracking of tables, which that of the database comes
 * before.
 */
final class OutsideTransaction {

    private final List<String> batches = new ArrayList<>();
    private final Omissions omissions;

    OutsideTransaction(Omissions omissions) {
        this.omissions = omissions;
    }

    /** The same schema as far as it can be made within a transaction. */
    static SchemaSnapshot without(SchemaSnapshot schema) {
        return SchemaSnapshot.of(withoutFullText(schema).objects().stream()
                .map(object -> object.kind() == ObjectKind.DATABASE
                        ? object
                        : ObjectWords.without(object, Property.CHANGE_TRACKING))
                .toList());
    }

    /** The statements that make the rest, in batches; empty where there is none. */
    String script(SchemaSnapshot inside, SchemaSnapshot whole) {
        change(withoutOptions(inside), inside);
        change(inside, withoutFullText(whole));
        FullTextStatements fullText = new FullTextStatements(omissions);
        whole.objects(ObjectKind.FULL_TEXT_CATALOG).forEach(catalog -> batches.add(fullText.catalog(catalog)));
        whole.objects().stream()
                .flatMap(owner -> owner.parts(ObjectKind.FULL_TEXT_INDEX).stream()
                        .flatMap(index -> fullText.index(owner, index).stream()))
                .forEach(batches::add);
        return batches.isEmpty() ? "" : String.join("\nGO\n", batches) + "\n";
    }

    private void change(SchemaSnapshot actual, SchemaSnapshot expected) {
        SchemaChange change = SchemaChange.withoutRenames(actual, expected);
        change.notes().forEach(omissions::addNote);
        Stream.of(change.sql().split("\nGO\n"))
                .map(batch ->
                        batch.lines().filter(line -> !line.startsWith("--")).collect(Collectors.joining("\n")))
                .filter(batch -> !batch.isBlank())
                .forEach(batches::add);
    }

    private static SchemaSnapshot withoutOptions(SchemaSnapshot schema) {
        return SchemaSnapshot.of(schema.objects().stream()
                .map(object -> object.kind() == ObjectKind.DATABASE ? withoutOptions(object) : object)
                .toList());
    }

    /** But for the collation, which tells how names compare, and which nothing but CREATE DATABASE need be told. */
    private static SchemaObject withoutOptions(SchemaObject database) {
        Optional<String> collation = database.get(Property.COLLATION);
        return database.with(
                collation.map(name -> Map.of(Property.COLLATION, name)).orElse(Map.of()), database.parts());
    }

    private static SchemaSnapshot withoutFullText(SchemaSnapshot schema) {
        return SchemaSnapshot.of(schema.objects().stream()
                .filter(object -> object.kind() != ObjectKind.FULL_TEXT_CATALOG)
                .map(object -> object.with(
                        object.properties(),
                        object.parts().stream()
                                .filter(part -> part.kind() != ObjectKind.FULL_TEXT_INDEX)
                                .toList()))
                .toList());
    }
}

package dev.palindrome.production.script;

import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaChange;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.List;

/**
 * A schema as scripts that make it in an empty database.
 *
 * @param inside what can run inside a transaction, in batches
 * @param outside what cannot, in batches
 * @param leftOut what is missing in both, or is different, in sentences
 */
public record WritableSchema(String inside, String outside, List<String> leftOut) {

    private static final String PLACEHOLDER = "${";

    /** @param whole all that there is, but for what is nobody's, such as the histories of migrations */
    public static WritableSchema of(SchemaSnapshot whole) {
        Omissions omissions = new Omissions();
        for (NotCompared unread : whole.notCompared()) {
            omissions.add("not read: " + unread);
        }
        SchemaSnapshot all = writable(whole, omissions);
        SchemaSnapshot inside = OutsideTransaction.without(all);
        SchemaChange made = SchemaChange.creating(inside);
        made.notes().forEach(omissions::addNote);
        String outside = new OutsideTransaction(omissions).script(inside, all);
        all.objects(ObjectKind.DATABASE).stream()
                .flatMap(database -> database.get(Property.COLLATION).stream())
                .forEach(collation -> omissions.add("the database's collation, which is " + collation));
        sayPlaceholders(made.sql(), outside, omissions);
        return new WritableSchema(made.sql(), outside, omissions.sentences());
    }

    /** Flyway looks for them in comments, too, and the head of the script has the other script and all sentences. */
    private static void sayPlaceholders(String inside, String outside, Omissions omissions) {
        boolean inOther = outside.contains(PLACEHOLDER);
        if (inOther
                || inside.contains(PLACEHOLDER)
                || omissions.sentences().stream().anyMatch(sentence -> sentence.contains(PLACEHOLDER))) {
            omissions.add("texts with ${…}, which Flyway takes for placeholders, in comments, too:"
                    + " placeholderReplacement=false in the file beside the script whose name ends in .conf leaves them as"
                    + " they are" + (inOther ? "; the script to be run behind it needs the same" : ""));
        }
    }

    private static SchemaSnapshot writable(SchemaSnapshot whole, Omissions omissions) {
        ModuleNames names = new ModuleNames(omissions);
        Principals principals = new Principals(omissions);
        LineBreaks lines = new LineBreaks(omissions);
        List<SchemaObject> objects = whole.objects().stream()
                .map(names::corrected)
                .map(lines::normalised)
                .toList();
        objects = principals.without(objects);
        objects = new FileGroups(omissions).without(objects);
        return SchemaSnapshot.of(new UnwritableObjects(objects, principals.gone(), omissions).without());
    }
}

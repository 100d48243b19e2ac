package dev.palindrome.schema.change;

import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.function.UnaryOperator;

/** A schema in which each object has been changed, or left as it is. */
final class ChangedEach {

    private ChangedEach() {}

    /** What the schema does not say, it does not say afterwards either. */
    static SchemaSnapshot of(SchemaSnapshot schema, UnaryOperator<SchemaObject> change) {
        return SchemaSnapshot.of(schema.objects().stream().map(change).toList(), schema.notCompared());
    }
}

package dev.palindrome.schema.read;

import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every object that a watch has seen, so that what looks the same is the same. */
final class SeenObjects {

    private final Map<SchemaObject, SchemaObject> seen = new HashMap<>();

    SchemaSnapshot of(SchemaSnapshot snapshot) {
        List<SchemaObject> objects = new ArrayList<>(snapshot.objects().size());
        snapshot.objects().forEach(object -> objects.add(of(object)));
        return SchemaSnapshot.ofOrdered(objects);
    }

    /** The first object that looked like this one; this one, if the system has since made up other names. */
    SchemaObject of(SchemaObject object) {
        SchemaObject known = seen.putIfAbsent(object, object);
        return known == null || !known.isIdenticalTo(object) ? object : known;
    }
}

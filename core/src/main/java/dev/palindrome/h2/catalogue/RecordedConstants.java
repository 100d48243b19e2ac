package dev.palindrome.h2.catalogue;

import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.h2.engine.SessionLocal;
import org.h2.expression.ValueExpression;
import org.h2.schema.Constant;
import org.h2.schema.Schema;

/**
 * The objects that H2 does not have, out of the constants that hold them. Each is read once: H2 makes another constant with
 * another expression where a record changes. Constants themselves are equal to H2 where they have the same number.
 */
final class RecordedConstants {

    private static final Map<ValueExpression, Optional<RecordedObject>> READ =
            Collections.synchronizedMap(new WeakHashMap<>());

    private RecordedConstants() {}

    /** All but those of others, in no order that matters. */
    static List<Constant> of(Catalogue catalogue) {
        Collection<Constant> all = catalogue.inSchemas(Schema::getAllConstants);
        return all.stream()
                .filter(constant -> Kind.ofConstant(constant.getName()).isPresent())
                .toList();
    }

    /** Nothing where somebody else's constant is called like one of these. */
    static Optional<RecordedObject> read(Constant constant, SessionLocal session) {
        return READ.computeIfAbsent(
                constant.getValue(),
                expression -> RecordedObject.of(
                        constant.getSchema().getName(),
                        constant.getName(),
                        String.valueOf(expression.getValue(session).getString())));
    }
}

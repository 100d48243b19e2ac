package dev.palindrome.schema.change;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.Optional;

/** CREATE INDEX. */
final class IndexDefinition {

    private IndexDefinition() {}

    /** Missing for kinds whose statement is not known from what a snapshot holds. */
    static Optional<String> of(SchemaObject owner, SchemaObject index) {
        String kind = index.get(Property.INDEX_KIND).orElse("").replace('_', ' ');
        if (!kind.matches("(NON)?CLUSTERED( COLUMNSTORE)?|")
                || index.get(Property.DETAILS).isPresent()) {
            return Optional.empty();
        }
        boolean allColumns = kind.equals("CLUSTERED COLUMNSTORE");
        return Optional.of("CREATE " + (index.is(Property.UNIQUE) ? "UNIQUE " : "") + (kind.isEmpty() ? "" : kind + " ")
                + "INDEX " + BracketedName.of(index.simpleName()) + " ON " + BracketedName.of(owner.name())
                + (allColumns ? "" : " " + index.get(Property.COLUMNS).orElse(""))
                + index.get(Property.INCLUDED)
                        .map(columns -> " INCLUDE " + columns)
                        .orElse("")
                + index.get(Property.FILTER).map(filter -> " WHERE " + filter).orElse("")
                + ConstraintDefinition.storage(index));
    }
}

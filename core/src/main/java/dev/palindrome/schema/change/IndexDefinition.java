package dev.palindrome.schema.change;

import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** CREATE INDEX. */
final class IndexDefinition {

    private static final Pattern SECONDARY_XML = Pattern.compile("^\\(USING (\\[.+]) FOR (PATH|VALUE|PROPERTY)\\)");

    private static final Pattern ORDER = Pattern.compile("^\\((ORDER \\(.+\\))\\)");

    private IndexDefinition() {}

    /** Missing for kinds whose statement is not known from what a snapshot holds. */
    static Optional<String> of(SchemaObject owner, SchemaObject index) {
        String kind = kind(index);
        Optional<String> details = index.get(Property.DETAILS);
        if (kind.equals("XML")) {
            return details.flatMap(known -> xml(owner, index, known));
        }
        if (standsOnPrimaryKey(index)) {
            return details.flatMap(known -> SpecialIndexDefinition.of(create(owner, index, kind + " "), index, known));
        }
        boolean columnstore = kind.endsWith("COLUMNSTORE");
        Optional<String> order =
                details.map(ORDER::matcher).filter(Matcher::matches).map(matcher -> matcher.group(1));
        if (!kind.matches("(NON)?CLUSTERED( COLUMNSTORE)?|")
                || details.isPresent() && (!columnstore || order.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(
                create(owner, index, (index.is(Property.UNIQUE) ? "UNIQUE " : "") + (kind.isEmpty() ? "" : kind + " "))
                        + columns(index, kind)
                        + order.map(columns -> " " + columns).orElse("")
                        + ConstraintDefinition.storage(index)
                        + ConstraintDefinition.unparted(owner, index));
    }

    /** Inside CREATE TYPE … AS TABLE. */
    static String inline(SchemaObject index) {
        String kind = kind(index);
        return "INDEX " + BracketedName.of(index.simpleName()) + (index.is(Property.UNIQUE) ? " UNIQUE" : "")
                + (kind.isEmpty() ? "" : " " + kind)
                + columns(index, kind)
                + ConstraintDefinition.storage(index);
    }

    private static String kind(SchemaObject index) {
        return index.get(Property.INDEX_KIND).orElse("").replace('_', ' ');
    }

    private static String create(SchemaObject owner, SchemaObject index, String kind) {
        return "CREATE " + kind + "INDEX " + BracketedName.of(index.simpleName()) + " ON "
                + BracketedName.of(owner.name());
    }

    private static String columns(SchemaObject index, String kind) {
        return (kind.equals("CLUSTERED COLUMNSTORE")
                        ? ""
                        : index.get(Property.COLUMNS).map(all -> " " + all).orElse(""))
                + index.get(Property.INCLUDED)
                        .map(columns -> " INCLUDE " + columns)
                        .orElse("")
                + index.get(Property.FILTER).map(filter -> " WHERE " + filter).orElse("");
    }

    private static Optional<String> xml(SchemaObject owner, SchemaObject index, String details) {
        String columns = " " + index.get(Property.COLUMNS).orElse("");
        if (details.equals("(PRIMARY)")) {
            return Optional.of(create(owner, index, "PRIMARY XML ") + columns + ConstraintDefinition.options(index));
        }
        Matcher secondary = SECONDARY_XML.matcher(details);
        return secondary.matches()
                ? Optional.of(create(owner, index, "XML ") + columns + " USING XML INDEX " + secondary.group(1)
                        + " FOR " + secondary.group(2) + ConstraintDefinition.options(index))
                : Optional.empty();
    }

    static boolean isClustered(SchemaObject index) {
        return kind(index).startsWith("CLUSTERED");
    }

    /** Made of another XML index, with which it goes. */
    static boolean isSecondary(SchemaObject index) {
        return kind(index).equals("XML")
                && index.get(Property.DETAILS)
                        .filter(details -> details.contains("USING "))
                        .isPresent();
    }

    static boolean isSecondaryOf(SchemaObject index, SchemaObject primary) {
        String using = "USING " + BracketedName.of(primary.simpleName());
        return isSecondary(index)
                && index.get(Property.DETAILS)
                        .filter(details -> details.contains(using))
                        .isPresent();
    }

    static boolean isPrimaryXml(SchemaObject index) {
        return kind(index).equals("XML") && !isSecondary(index);
    }

    /** Made of the primary key, which cannot go before it (Microsoft: create-xml-index-transact-sql, create-spatial-index). */
    static boolean standsOnPrimaryKey(SchemaObject index) {
        String kind = kind(index);
        return kind.equals("XML") || kind.equals("SPATIAL") || kind.equals("JSON") || kind.equals("VECTOR");
    }
}

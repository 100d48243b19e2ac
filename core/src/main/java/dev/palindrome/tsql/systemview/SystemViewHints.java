package dev.palindrome.tsql.systemview;

import dev.palindrome.tsql.Arguments;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees from a WHERE which rows of its system views can be wanted at all: to go through every column of every table for one of
 * them takes long. The condition itself stays.
 */
final class SystemViewHints {

    private static final Set<String> OF_OBJECTS = Set.of(
            "objects",
            "all_objects",
            "sysobjects",
            "tables",
            "views",
            "all_views",
            "sequences",
            "foreign_keys",
            "check_constraints",
            "default_constraints",
            "key_constraints",
            "table_constraints",
            "referential_constraints");

    private static final Set<String> OF_TABLES = Set.of(
            "columns",
            "all_columns",
            "syscolumns",
            "identity_columns",
            "computed_columns",
            "indexes",
            "sysindexes",
            "index_columns",
            "sysindexkeys",
            "stats",
            "partitions",
            "dm_db_partition_stats",
            "key_column_usage",
            "constraint_column_usage",
            "table_constraints",
            "constraint_table_usage",
            "foreign_keys",
            "check_constraints",
            "default_constraints",
            "key_constraints",
            "objects",
            "all_objects",
            "sysobjects");

    /** A column that holds the number of an object. */
    private record ObjectNumber(SystemViewSource source, String column) {

        private boolean isOwn() {
            return column.equals("object_id") || column.equals("id");
        }

        private boolean isParent() {
            return column.equals("parent_object_id") || column.equals("parent_obj");
        }

        private boolean isOfObject() {
            return isOwn() && OF_OBJECTS.contains(source.view().simpleName());
        }

        private boolean isOfTable() {
            return !isOfObject()
                    && (isOwn() || isParent())
                    && OF_TABLES.contains(source.view().simpleName());
        }

        /** The only name that the object can have, as far as that is known. */
        @Nullable String name() {
            return isOfObject() ? source.name() : isOfTable() ? source.table() : null;
        }

        void only(String name) {
            if (isOfObject()) {
                source.onlyOfName(name);
            } else if (isOfTable()) {
                source.onlyOfTable(name);
            }
        }
    }

    private final SystemViewScope scope;
    private final List<ObjectNumber[]> equal = new ArrayList<>();

    SystemViewHints(SystemViewScope scope) {
        this.scope = scope;
    }

    /** @param joins the conditions behind ON */
    void read(List<Token> where, List<List<Token>> joins) {
        conditions(where).forEach(this::condition);
        joins.forEach(join -> conditions(join).forEach(this::sameNumber));
        boolean more = true;
        while (more) {
            more = equal.removeIf(pair -> share(pair[0], pair[1]) || share(pair[1], pair[0]));
        }
    }

    /** What the WHERE says of one view holds for the one that is joined to it. */
    private static boolean share(ObjectNumber known, ObjectNumber other) {
        String name = known.name();
        if (name == null) {
            return false;
        }
        if (other.name() == null) {
            other.only(name);
        }
        return true;
    }

    /** {@code c.object_id = t.object_id}. */
    private void sameNumber(List<Token> tokens) {
        int equals = indexOfEquals(tokens);
        if (equals > 0) {
            ObjectNumber left = number(tokens.subList(0, equals));
            ObjectNumber right = number(tokens.subList(equals + 1, tokens.size()));
            if (left != null && right != null) {
                equal.add(new ObjectNumber[] {left, right});
            }
        }
    }

    private @Nullable ObjectNumber number(List<Token> tokens) {
        TokenReader reader = new TokenReader(tokens);
        if (!reader.peek().isName() || reader.peek().isReserved()) {
            return null;
        }
        List<String> parts = reader.nameParts();
        SystemViewSource source = reader.atEnd() ? scope.owner(table(parts), last(parts)) : null;
        return source == null ? null : new ObjectNumber(source, last(parts));
    }

    /** Those with AND between them; none if only one of several must hold. */
    private static List<List<Token>> conditions(List<Token> where) {
        int depth = 0;
        int start = 0;
        List<List<Token>> conditions = new ArrayList<>();
        for (int i = 0; i < where.size(); i++) {
            Token token = where.get(i);
            depth += token.isSymbol("(") ? 1 : token.isSymbol(")") ? -1 : 0;
            if (depth == 0 && token.is("OR", "UNION", "EXCEPT", "INTERSECT")) {
                return List.of();
            }
            if (depth == 0 && token.is("AND")) {
                conditions.add(where.subList(start, i));
                start = i + 1;
            }
        }
        conditions.add(where.subList(start, where.size()));
        return conditions;
    }

    private void condition(List<Token> tokens) {
        sameNumber(tokens);
        TokenReader reader = new TokenReader(tokens);
        if (!reader.peek().isName() || reader.peek(1).isSymbol("(")) {
            int equals = indexOfEquals(tokens);
            if (equals > 0) {
                equal(tokens.subList(equals + 1, tokens.size()), tokens.subList(0, equals));
            }
            return;
        }
        if (reader.peek().isReserved()) {
            return;
        }
        List<String> parts = reader.nameParts();
        if (reader.accept("IN") && reader.seesSymbol("(")) {
            in(parts, Arguments.of(reader.parenthesised()));
        } else if (reader.acceptSymbol("=")) {
            equal(tokens.subList(0, reader.position() - 1), reader.rest());
        }
    }

    private static int indexOfEquals(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isSymbol("=")) {
                return i;
            }
        }
        return -1;
    }

    private void in(List<String> parts, List<List<Token>> values) {
        List<String> texts = new ArrayList<>();
        for (List<Token> value : values) {
            if (value.size() != 1 || value.get(0).kind() != Token.Kind.STRING) {
                return;
            }
            texts.add(value.get(0).value().strip());
        }
        String column = last(parts);
        SystemViewSource source = scope.owner(table(parts), column);
        if (source != null && isType(source, column)) {
            source.onlyOfTypes(texts);
        }
    }

    private void equal(List<Token> left, List<Token> right) {
        TokenReader reader = new TokenReader(left);
        if (!reader.peek().isName() || reader.peek().isReserved()) {
            return;
        }
        List<String> parts = reader.nameParts();
        if (!reader.atEnd()) {
            return;
        }
        String column = last(parts);
        SystemViewSource source = scope.owner(table(parts), column);
        if (source != null) {
            text(right).ifPresent(text -> ofText(source, column, text));
            objectId(right).ifPresent(name -> new ObjectNumber(source, column).only(name));
        }
    }

    private static Optional<String> text(List<Token> value) {
        boolean string = value.size() == 1 && value.get(0).kind() == Token.Kind.STRING;
        return string ? Optional.of(value.get(0).value().stripTrailing()) : Optional.empty();
    }

    /** The name in {@code OBJECT_ID(N'dbo.users')}. */
    private static Optional<String> objectId(List<Token> value) {
        TokenReader reader = new TokenReader(value);
        if (!reader.accept("OBJECT_ID") || !reader.seesSymbol("(")) {
            return Optional.empty();
        }
        List<List<Token>> arguments = Arguments.of(reader.parenthesised());
        if (!reader.atEnd() || arguments.isEmpty()) {
            return Optional.empty();
        }
        return text(arguments.get(0))
                .filter(name -> !name.isBlank())
                .flatMap(name -> TokenReader.ofName(name).lastNamePart());
    }

    private static void ofText(SystemViewSource source, String column, String text) {
        String view = source.view().simpleName();
        if (isType(source, column)) {
            source.onlyOfTypes(List.of(text));
        } else if (OF_OBJECTS.contains(view)
                && (column.equals("name")
                        || column.equals("constraint_name")
                        || column.equals("table_name") && (view.equals("tables") || view.equals("views")))) {
            source.onlyOfName(text);
        } else if (column.equals("table_name") && OF_TABLES.contains(view)) {
            source.onlyOfTable(text);
        }
    }

    private static boolean isType(SystemViewSource source, String column) {
        boolean objects = Set.of("objects", "all_objects", "sysobjects")
                .contains(source.view().simpleName());
        return objects && (column.equals("type") || column.equals("xtype"));
    }

    private static @Nullable String table(List<String> parts) {
        return parts.size() > 1 ? parts.get(parts.size() - 2) : null;
    }

    private static String last(List<String> parts) {
        return parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
    }
}

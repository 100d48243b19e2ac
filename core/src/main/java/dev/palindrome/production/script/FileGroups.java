package dev.palindrome.production.script;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.Token;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts what lies in file groups of its own where a new database has room: it has PRIMARY alone. */
final class FileGroups {

    private static final String PRIMARY = "[PRIMARY]";

    private static final List<Property> PLACES =
            List.of(Property.DATA_SPACE, Property.TEXTIMAGE_ON, Property.FILESTREAM_ON);

    private final Omissions omissions;
    private final Set<String> seen = new TreeSet<>();

    FileGroups(Omissions omissions) {
        this.omissions = omissions;
    }

    List<SchemaObject> without(List<SchemaObject> objects) {
        List<SchemaObject> moved = objects.stream().map(this::moved).toList();
        if (!seen.isEmpty()) {
            omissions.add("file groups: what lies in " + String.join(", ", seen)
                    + " is made where a new database puts it, for a script cannot know its files");
        }
        return moved;
    }

    private SchemaObject moved(SchemaObject object) {
        SchemaObject own = object.kind() == ObjectKind.PARTITION_SCHEME ? scheme(object) : placed(object);
        return own.with(
                own.properties(),
                own.parts().stream()
                        .map(part -> part.kind() == ObjectKind.COLUMN ? column(object, part) : placed(part))
                        .toList());
    }

    private SchemaObject placed(SchemaObject object) {
        SchemaObject placed = object;
        for (Property place : PLACES) {
            Optional<String> group = object.get(place).filter(FileGroups::isGroup);
            if (group.isPresent()) {
                seen.add(group.get());
                placed = ObjectWords.without(placed, place);
            }
        }
        return placed;
    }

    /** A partition scheme has its column behind it; of FILESTREAM values there is none without a group. */
    private static boolean isGroup(String place) {
        return !place.endsWith("])") && !place.equals(PRIMARY);
    }

    private SchemaObject column(SchemaObject table, SchemaObject column) {
        if (!column.is(Property.FILESTREAM)) {
            return column;
        }
        omissions.add("FILESTREAM of " + BracketedName.readable(table.name()) + "."
                + BracketedName.readable(column.name()) + ": its values are in the table");
        return ObjectWords.without(column, Property.FILESTREAM);
    }

    /** {@code [function]([PRIMARY], [old])}. */
    private SchemaObject scheme(SchemaObject scheme) {
        List<String> names = Lexer.tokens(scheme.get(Property.VALUE).orElse(""), 1).stream()
                .filter(token -> token.kind() == Token.Kind.NAME)
                .map(Token::text)
                .toList();
        if (names.size() < 2) {
            return scheme;
        }
        List<String> groups = names.subList(1, names.size());
        groups.stream().filter(group -> !group.equals(PRIMARY)).forEach(seen::add);
        return ObjectWords.with(
                scheme,
                Property.VALUE,
                names.get(0) + "(" + String.join(", ", Collections.nCopies(groups.size(), PRIMARY)) + ")");
    }
}

package dev.palindrome.production.drift;

import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.TableName;
import dev.palindrome.text.NearestName;
import dev.palindrome.text.VisibleText;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How the objects of two schemas are called, to find the one that somebody means.
 *
 * @param known names that either has, each once
 */
record ObjectNames(List<List<String>> known) {

    static ObjectNames of(SchemaSnapshot production, SchemaSnapshot migrations) {
        return new ObjectNames(Stream.of(production, migrations)
                .flatMap(schema -> schema.objects().stream())
                .map(SchemaObject::name)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList());
    }

    /**
     * The name that is written, capitals or not: that of an object in a schema first, and then that of one which is in none,
     * such as a role.
     */
    List<String> find(String written) {
        List<String> inSchema = TableName.parse(written).parts();
        return named(name -> isSame(name, inSchema))
                .or(() -> named(name -> name.size() == 1 && isWritten(name.get(0), written)))
                .orElseThrow(() -> new IllegalArgumentException(unknown(written)));
    }

    private Optional<List<String>> named(Predicate<List<String>> meant) {
        return known.stream().filter(meant).findFirst();
    }

    private static boolean isWritten(String name, String written) {
        return name.equalsIgnoreCase(written) || BracketedName.of(name).equalsIgnoreCase(written);
    }

    static boolean isSame(List<String> one, List<String> other) {
        return BracketedName.of(one).equalsIgnoreCase(BracketedName.of(other));
    }

    private String unknown(String written) {
        return "Nothing is left out of the drift: neither production nor what the migrations make has an object called "
                + VisibleText.line(written)
                + NearestName.question(
                        written, known.stream().map(BracketedName::readable).toList())
                + ". Write it as the schemas do, or take it out of leavingOut.";
    }
}

package dev.palindrome.h2;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The statements by which two moments of H2's catalogue differ, but for noise. */
final class H2CatalogueDifference {

    private final List<String> gone = new ArrayList<>();
    private final List<String> come = new ArrayList<>();

    void gone(String sql) {
        gone.add(sql);
    }

    void come(String sql) {
        come.add(sql);
    }

    /** Those that are not there any more. */
    List<String> gone() {
        return gone;
    }

    /** Whether nothing but H2's numbers and the names that it makes up differ. */
    boolean isOfNumbersAlone() {
        return plain(gone).equals(plain(come));
    }

    private static List<String> plain(List<String> statements) {
        return statements.stream().map(H2CatalogueCapture::plain).sorted().toList();
    }

    /**
     * What that means.
     *
     * @param replaced kinds and names of what is not there any more, or is another object under its name
     */
    H2SchemaChanges changes(Stream<String> replaced) {
        H2SchemaChanges changes = new H2SchemaChanges();
        gone.forEach(changes::gone);
        come.forEach(changes::come);
        replaced.forEach(changes::madeAnew);
        return changes;
    }
}

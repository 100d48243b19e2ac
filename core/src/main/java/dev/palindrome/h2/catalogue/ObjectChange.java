package dev.palindrome.h2.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What became of all that H2's catalogue says of one name. */
final class ObjectChange {

    /** What was done, as far as one can see. */
    enum Kind {
        ADDED,
        CHANGED,
        DROPPED,
        MADE_ANEW
    }

    /** What H2 makes for constraints and identities ({@code Schema.getUniqueObjectName}), under names that differ each time. */
    private static final String MADE_BY_H2 =
            "(?:PRIMARY_KEY_[0-9A-F_]+|[^\"]*_INDEX_[0-9A-F]+(?:_\\d+)?|SYSTEM_SEQUENCE_[0-9A-F_]+)";

    private static final Pattern OBJECT_MADE_BY_H2 =
            Pattern.compile("^(?:index|primary key|sequence) .*?" + MADE_BY_H2);

    private static final Pattern MENTIONED =
            Pattern.compile(" (?:INDEX|SEQUENCE) (?:\"[^\"]*\"|\\w+)\\.\"" + MADE_BY_H2 + "\"");

    private final String name;
    private final List<String> gone = new ArrayList<>();
    private final List<String> come = new ArrayList<>();

    ObjectChange(String name) {
        this.name = name;
    }

    void gone(String sql) {
        gone.add(CatalogueSnapshot.withoutNoise(sql));
    }

    void come(String sql) {
        come.add(CatalogueSnapshot.withoutNoise(sql));
    }

    Kind kind() {
        boolean was = holdsObject(gone);
        if (was != holdsObject(come)) {
            return was ? Kind.DROPPED : Kind.ADDED;
        }
        return bare(gone).equals(bare(come)) ? Kind.MADE_ANEW : Kind.CHANGED;
    }

    private static boolean holdsObject(List<String> statements) {
        return statements.stream().anyMatch(sql -> !StatementSubject.isComment(sql));
    }

    private static List<String> bare(List<String> statements) {
        return statements.stream()
                .map(sql -> MENTIONED.matcher(sql).replaceAll(""))
                .sorted()
                .toList();
    }

    String name() {
        return name;
    }

    boolean isMadeByH2() {
        return OBJECT_MADE_BY_H2.matcher(name).matches();
    }

    /** The table that it was a part of. */
    Optional<String> tableOfGone() {
        return tableOf(gone);
    }

    /** The table that it is a part of. */
    Optional<String> tableOfCome() {
        return tableOf(come);
    }

    private static Optional<String> tableOf(List<String> statements) {
        return statements.stream()
                .flatMap(sql -> StatementSubject.tableOf(sql).stream())
                .findFirst();
    }

    /** Such as {@code dropped table dbo.users}. */
    @Override
    public String toString() {
        return switch (kind()) {
            case ADDED -> "added " + name;
            case CHANGED -> "changed " + name;
            case DROPPED -> "dropped " + name;
            case MADE_ANEW -> name + " made anew";
        };
    }
}

package dev.palindrome.production.legacy;

import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a script says of the original database that decides what its code does: whoever needs it asks for it. */
final class OriginalSettings {

    private static final Set<String> TELLING =
            Set.of("COMPATIBILITY_LEVEL", "READ_COMMITTED_SNAPSHOT", "ALLOW_SNAPSHOT_ISOLATION");

    /** As SQL Server is installed in the United States: sqlpackage writes it whenever it is the original's. */
    private static final String USUAL = "SQL_Latin1_General_CP1_CI_AS";

    private final Set<String> options = new TreeSet<>();
    private Optional<String> collation = Optional.empty();

    /** @param statement about the database as a whole */
    void read(List<Token> statement) {
        for (int i = 2; i + 1 < statement.size(); i++) {
            Token word = statement.get(i);
            Token value =
                    statement.get(statement.get(i + 1).isSymbol("=") ? Math.min(i + 2, statement.size() - 1) : i + 1);
            if (word.is("COLLATE") && !value.value().equalsIgnoreCase(USUAL)) {
                collation = Optional.of(value.value());
            } else if (TELLING.contains(word.upper()) && !value.is("OFF")) {
                options.add("\"" + word.upper() + "=" + value.value() + "\"");
            }
        }
    }

    /** How to ask for them; empty where there is nothing of them. */
    Optional<String> asked() {
        List<String> attributes = new ArrayList<>();
        collation.ifPresent(name -> attributes.add("collation = \"" + name + "\""));
        if (!options.isEmpty()) {
            attributes.add("options = " + options.stream().collect(Collectors.joining(", ", "{", "}")));
        }
        return attributes.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", attributes));
    }
}

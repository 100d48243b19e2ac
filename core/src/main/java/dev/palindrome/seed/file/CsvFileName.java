package dev.palindrome.seed.file;

import dev.palindrome.schema.Table;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.TableName;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a CSV file is called so that {@link DataFiles} finds its table. */
public final class CsvFileName {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*+");

    /** No names of files, or not everywhere (Microsoft: Naming Files, Paths, and Namespaces). */
    private static final Pattern IMPOSSIBLE = Pattern.compile("[\\x00-\\x1f\\x7f<>:\"/\\\\|?*]");

    /** Bytes of UTF-8, on most file systems; some room is left for the name that it has before it is complete. */
    private static final int LONGEST = 240;

    private CsvFileName() {}

    /** Missing where no file can be called so. */
    public static Optional<String> of(Table table) {
        String stem = (table.schema().equals("dbo") ? "" : part(table.schema()) + ".") + part(table.name());
        String found = stem.equalsIgnoreCase("readme") ? BracketedName.of(stem) : stem;
        boolean isPossible = !IMPOSSIBLE.matcher(found).find()
                && found.getBytes(StandardCharsets.UTF_8).length <= LONGEST
                && TableName.parse(found).equals(new TableName(table.schema(), table.name()));
        return isPossible ? Optional.of(found + ".csv") : Optional.empty();
    }

    private static String part(String name) {
        return PLAIN.matcher(name).matches() ? name : BracketedName.of(name);
    }
}

package dev.palindrome.database.sqlserver;

import dev.palindrome.database.TemplateKey;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is written on a template's backup, in the at most 255 characters of its description.
 *
 * @param family see {@link TemplateKey#family}
 * @param content see {@link TemplateKey#content}; here the server's version is in it, too
 * @param acrossRuns whether later runs may use it
 * @param lost what a restored copy has to be given back, but for what grants rights
 */
record SqlServerTemplateNote(String family, String content, boolean acrossRuns, Set<LostByRestoring> lost) {

    private static final Pattern TEXT =
            Pattern.compile("family=([0-9a-f]{32}); content=([0-9a-f]{64}); acrossRuns=(true|false); lost=([A-Z_ ]*)");

    SqlServerTemplateNote {
        lost = lost.stream().filter(one -> !one.grantsRights()).collect(Collectors.toCollection(() -> new TreeSet<>()));
    }

    /** Reads a description, or empty where it is none of ours. */
    static Optional<SqlServerTemplateNote> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SqlServerTemplateNote(
                    matcher.group(1),
                    matcher.group(2),
                    Boolean.parseBoolean(matcher.group(3)),
                    lost(matcher.group(4))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Set<LostByRestoring> lost(String names) {
        return Arrays.stream(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(LostByRestoring::valueOf)
                .collect(Collectors.toSet());
    }

    String text() {
        return "family=%s; content=%s; acrossRuns=%s; lost=%s"
                .formatted(
                        family,
                        content,
                        acrossRuns,
                        lost.stream().map(Enum::name).collect(Collectors.joining(" ")));
    }
}

package dev.palindrome.migration;

import dev.palindrome.sql.BracketedName;
import dev.palindrome.tsql.ScriptHead;
import dev.palindrome.tsql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an undo script says of itself in the comments before its first statement.
 *
 * @param irreversible why there is no way back; empty where there is one
 * @param losses what the way back loses
 * @param allowances what of the migration a check of the scripts shall accept
 */
public record UndoDeclarations(Optional<String> irreversible, List<Loss> losses, List<Allowance> allowances) {

    /** Of a script that declares nothing. */
    public static final UndoDeclarations NONE = new UndoDeclarations(Optional.empty(), List.of(), List.of());

    private static final Pattern DECLARATION =
            Pattern.compile("--\\s*+palindrome:\\s*+(\\S*+)\\s*+(.*)", Pattern.CASE_INSENSITIVE);

    /** A name in brackets, in quotes, or as it is. */
    private static final Pattern PART =
            Pattern.compile("^(?:\\[((?:[^\\]]++|\\]\\])++)\\]|\"((?:[^\"]++|\"\")++)\"|[^\\s.\\[\\]\"]+)");

    private static final Pattern PLAIN = Pattern.compile("[^\\s.\\[\\]\"]+");

    /**
     * Copies the lists.
     *
     * @param irreversible why there is no way back; empty where there is one
     * @param losses what the way back loses
     * @param allowances what of the migration a check of the scripts shall accept
     */
    public UndoDeclarations {
        losses = List.copyOf(losses);
        allowances = List.copyOf(allowances);
    }

    /**
     * A finding that somebody accepts. Whether there is such a code, and a reason, is for the check to say: nothing that runs
     * a script depends on it.
     *
     * @param code such as {@code PAL012}, as written
     * @param reason why; blank where none is given
     * @param line on which it stands, from 1
     */
    public record Allowance(String code, String reason, int line) {}

    /**
     * A declared loss.
     *
     * @param parts schema, table and column as written; without schema or column, fewer
     * @param reason why
     */
    public record Loss(List<String> parts, String reason) {

        /**
         * Copies the parts.
         *
         * @param parts schema, table and column as written; without schema or column, fewer
         * @param reason why
         */
        public Loss {
            parts = List.copyOf(parts);
        }

        /**
         * The loss in a few words, such as {@code dbo.users.phone (nobody calls any more)}.
         *
         * @return text for messages and reports
         */
        @Override
        public String toString() {
            return parts.stream().map(Loss::written).collect(Collectors.joining(".")) + " (" + reason + ")";
        }

        private static String written(String part) {
            return PLAIN.matcher(part).matches() ? part : BracketedName.of(part);
        }
    }

    /**
     * Whether an undo script can undo anything.
     *
     * @param script its text
     * @return false where it holds nothing but comments
     */
    public static boolean hasStatement(String script) {
        return !ScriptHead.of(script).isWholeScript();
    }

    /**
     * Reads the head of a script.
     *
     * @param name the script's path, for error messages
     * @param script its text
     * @return what it declares
     * @throws MigrationException if a declaration has no reason, or is none that there is
     */
    public static UndoDeclarations of(String name, String script) {
        return of(name, script, problem -> {
            throw problem;
        });
    }

    /**
     * Reads the head of a script.
     *
     * @param name the script's path, for error messages
     * @param script its text
     * @param problems is told of each declaration that has no reason, or is none that there is
     * @return what the others declare
     */
    public static UndoDeclarations of(String name, String script, Consumer<MigrationException> problems) {
        Optional<String> irreversible = Optional.empty();
        List<Loss> losses = new ArrayList<>();
        List<Allowance> allowances = new ArrayList<>();
        for (Token comment : ScriptHead.of(script).comments()) {
            Matcher matcher = DECLARATION.matcher(comment.text().strip());
            if (!matcher.matches()) {
                continue;
            }
            Place place = new Place(name, comment.line());
            try {
                switch (matcher.group(1)) {
                    case "irreversible" -> irreversible = Optional.of(reason(place, matcher.group(2)));
                    case "loses" -> losses.add(loss(place, matcher.group(2)));
                    case "allow" -> allowances.add(allowance(matcher.group(2), comment.line()));
                    default -> throw place.error(unknown(matcher.group(1)));
                }
            } catch (MigrationException problem) {
                problems.accept(problem);
            }
        }
        return new UndoDeclarations(irreversible, losses, allowances);
    }

    /**
     * Whether a comment is meant as a declaration, wherever it stands.
     *
     * @param comment with the two hyphens
     * @return true also for one that is malformed
     */
    public static boolean isDeclaration(String comment) {
        return DECLARATION.matcher(comment.strip()).matches();
    }

    private static String unknown(String name) {
        return "there is no declaration \"" + name + "\". There are \"irreversible <reason>\", \"loses"
                + " <schema>.<table>[.<column>] <reason>\" and \"allow <code> <reason>\".";
    }

    private static Allowance allowance(String text, int line) {
        String[] parts = text.strip().split("\\s+", 2);
        return new Allowance(parts[0], parts.length < 2 ? "" : parts[1].strip(), line);
    }

    private static String reason(Place place, String text) {
        if (text.isBlank()) {
            throw place.error("the declaration needs a reason behind it, for whoever reads it next.");
        }
        return text.strip();
    }

    private static Loss loss(Place place, String text) {
        List<String> parts = new ArrayList<>();
        Matcher part = PART.matcher(text);
        int at = 0;
        do {
            if (!part.region(at, text.length()).lookingAt()) {
                throw notOfTheForm(place, text);
            }
            parts.add(part(part));
            at = part.end();
        } while (at < text.length() && text.charAt(at++) == '.');
        boolean ends = part.end() == text.length() || Character.isWhitespace(text.charAt(part.end()));
        if (!ends || parts.size() > 3) {
            throw notOfTheForm(place, text);
        }
        return new Loss(parts, reason(place, text.substring(part.end())));
    }

    private static String part(Matcher matcher) {
        return matcher.group(1) != null
                ? matcher.group(1).replace("]]", "]")
                : matcher.group(2) != null ? matcher.group(2).replace("\"\"", "\"") : matcher.group();
    }

    private static MigrationException notOfTheForm(Place place, String text) {
        return place.error("\"" + text + "\" is not of the form <schema>.<table>[.<column>] <reason>. A name with a"
                + " blank, a dot or a bracket in it stands in brackets.");
    }

    private record Place(String script, int line) {
        MigrationException error(String why) {
            return new MigrationException(script + ", line " + line + ": " + why, script, line);
        }
    }
}

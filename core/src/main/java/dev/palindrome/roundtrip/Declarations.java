package dev.palindrome.roundtrip;

import dev.palindrome.error.PalindromeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an undo script says of itself in the comments at its head.
 *
 * @param irreversible why there is no way back
 * @param losses what the way back loses
 */
record Declarations(Optional<String> irreversible, List<Loss> losses) {

    static final Declarations NONE = new Declarations(Optional.empty(), List.of());

    private static final Pattern DECLARATION = Pattern.compile("--\\s*palindrome:\\s*(\\S*)\\s*(.*)");

    /**
     * A declared loss.
     *
     * @param parts schema, table and column as written; without schema or column, fewer
     * @param reason why
     */
    record Loss(List<String> parts, String reason) {

        private static final String DEFAULT_SCHEMA = "dbo";

        /** Two parts may be a schema with its table, or a table with its column. */
        boolean covers(DataLoss loss) {
            return switch (parts.size()) {
                case 1 -> isTable(DEFAULT_SCHEMA, parts.get(0), loss);
                case 2 ->
                    isTable(parts.get(0), parts.get(1), loss)
                            || isTable(DEFAULT_SCHEMA, parts.get(0), loss)
                                    && parts.get(1).equalsIgnoreCase(loss.column());
                default ->
                    isTable(parts.get(0), parts.get(1), loss) && parts.get(2).equalsIgnoreCase(loss.column());
            };
        }

        private static boolean isTable(String schema, String table, DataLoss loss) {
            return loss.table().equalsIgnoreCase(schema + "." + table);
        }

        @Override
        public String toString() {
            return String.join(".", parts) + " (" + reason + ")";
        }
    }

    /**
     * Reads the head of a script.
     *
     * @param name for error messages
     * @throws PalindromeException if a declaration has no reason, or is none that there is
     */
    static Declarations of(String name, String script) {
        Optional<String> irreversible = Optional.empty();
        List<Loss> losses = new ArrayList<>();
        int number = 0;
        for (String line : script.lines().toList()) {
            number++;
            String text = line.strip();
            if (!text.isEmpty() && !text.startsWith("--")) {
                break;
            }
            Matcher matcher = DECLARATION.matcher(text);
            if (matcher.matches()) {
                String place = name + ", line " + number;
                switch (matcher.group(1)) {
                    case "irreversible" -> irreversible = Optional.of(reason(place, matcher.group(2)));
                    case "loses" -> losses.add(loss(place, matcher.group(2)));
                    default ->
                        throw new PalindromeException(place + ": there is no declaration \"" + matcher.group(1)
                                + "\". There are \"irreversible <reason>\" and \"loses <table>[.<column>] <reason>\".");
                }
            }
        }
        return new Declarations(irreversible, List.copyOf(losses));
    }

    private static String reason(String place, String text) {
        if (text.isBlank()) {
            throw new PalindromeException(
                    place + ": the declaration needs a reason behind it, for whoever reads it next.");
        }
        return text.strip();
    }

    private static Loss loss(String place, String text) {
        String[] words = text.strip().split("\\s+", 2);
        String reason = reason(place, words.length > 1 ? words[1] : "");
        List<String> parts = List.of(words[0].replace("[", "").replace("]", "").split("\\."));
        if (parts.size() > 3) {
            throw new PalindromeException(
                    place + ": \"" + words[0] + "\" is not of the form <schema>.<table>[.<column>].");
        }
        return new Loss(parts, reason);
    }
}

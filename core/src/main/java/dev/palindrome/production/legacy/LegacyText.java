package dev.palindrome.production.legacy;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.ScriptStatement;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TsqlBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What of a script about another database can run in a test's own. What is left out leaves its lines behind, so that the
 * lines in error messages are those of the file.
 *
 * @param tsql what runs
 * @param leftOut what does not, in a sentence; empty where everything does
 */
public record LegacyText(String tsql, Optional<String> leftOut) {

    /** In the place of a statement where the grammar wants one. */
    private static final String NOTHING = "PRINT ''";

    /** A script may leave them off, as SQL Server Management Studio's do: whoever comes next expects them on. */
    private static final String SETTINGS_ON = "\nGO\nSET ANSI_NULLS, QUOTED_IDENTIFIER, ANSI_PADDING ON\n";

    /**
     * @param script what messages call it
     * @throws PalindromeException if it speaks of several databases, or makes nothing
     */
    public static LegacyText of(String script, SqlcmdText text) {
        return new Reader(script, text).read();
    }

    /** Goes through it batch by batch. */
    private static final class Reader {

        private final String script;
        private final SqlcmdText source;
        private final TextEdits edits;
        private final Map<LeftOutKind, Integer> leftOut = new LinkedHashMap<>();
        private final OriginalSettings settings = new OriginalSettings();
        private boolean makesSomething;

        Reader(String script, SqlcmdText source) {
            this.script = script;
            this.source = source;
            this.edits = new TextEdits(source.tsql());
        }

        LegacyText read() {
            List<List<ScriptStatement>> batches = TsqlBatch.split(source.tsql(), GoCount.REPEATS).stream()
                    .map(ScriptStatement::of)
                    .toList();
            OriginalNames names = OriginalNames.of(
                    script, batches.stream().flatMap(List::stream).toList());
            StatementEffects effects = new StatementEffects(script, names);
            OwnPlaces places = new OwnPlaces(script, names, effects, edits);
            batches.forEach(batch -> read(batch, effects, places));
            if (!makesSomething) {
                throw new PalindromeException("The schema script %s makes nothing in its database%s."
                        .formatted(script, sentence().map(text -> ": " + text).orElse("")));
            }
            places.replaced().forEach((kind, count) -> leftOut.merge(kind, count, Integer::sum));
            return new LegacyText(edits.result() + SETTINGS_ON, sentence());
        }

        private void read(List<ScriptStatement> batch, StatementEffects effects, OwnPlaces places) {
            List<Map<ScriptStatement, Effect>> read = new ArrayList<>();
            for (ScriptStatement statement : batch) {
                Map<ScriptStatement, Effect> leaves = new LinkedHashMap<>();
                statement.leaves().forEach(leaf -> leaves.put(leaf, effects.next(leaf)));
                read.add(leaves);
            }
            boolean runs =
                    read.stream().flatMap(leaves -> leaves.values().stream()).anyMatch(Effect::makes);
            boolean unknown = read.stream()
                    .flatMap(leaves -> leaves.entrySet().stream())
                    .anyMatch(leaf -> leaf.getValue() instanceof Effect.Kept && ExecutedText.isUnknown(leaf.getKey()));
            if (unknown) {
                requireHarmless(read, effects);
            }
            for (int i = 0; i < batch.size(); i++) {
                apply(batch.get(i), read.get(i), runs, unknown, places);
            }
        }

        /** Of what stands beside a statement that executes a variable: its literals may be what is executed. */
        private static void requireHarmless(List<Map<ScriptStatement, Effect>> batch, StatementEffects effects) {
            batch.forEach(leaves -> leaves.forEach((leaf, effect) -> {
                if (effect.leftOut().isEmpty() && !leaf.isModule()) {
                    effects.requireHarmless(leaf);
                }
            }));
        }

        /**
         * @param inBatch whether anything in its batch makes something, which variables may be meant for
         * @param unknown whether anything in its batch executes what variables say
         */
        private void apply(
                ScriptStatement statement,
                Map<ScriptStatement, Effect> leaves,
                boolean inBatch,
                boolean unknown,
                OwnPlaces places) {
            leaves.forEach((leaf, effect) -> effect.gone().ifPresent(kind -> {
                leftOut.merge(kind, 1, Integer::sum);
                if (leaf.tokens().size() > 2 && leaf.tokens().get(1).is("DATABASE")) {
                    settings.read(leaf.tokens());
                }
            }));
            boolean stays = leaves.values().stream().anyMatch(Effect::runs)
                    || inBatch && leaves.keySet().stream().anyMatch(Reader::givesVariables);
            if (!stays) {
                edits.blank(statement.start(), statement.end());
                return;
            }
            leaves.forEach((leaf, effect) -> {
                makesSomething |= effect.makes();
                if (effect instanceof Effect.Instead instead) {
                    edits.replace(leaf.start(), leaf.end(), instead.tsql());
                }
                if (effect.leftOut().isPresent() || leaf.tokens().get(0).is("USE")) {
                    edits.replace(leaf.start(), leaf.end(), statement.isCompound() ? NOTHING : " ");
                }
            });
            places.make(statement, unknown);
            requireVariables(statement);
        }

        private static boolean givesVariables(ScriptStatement statement) {
            List<Token> tokens = statement.tokens();
            return tokens.get(0).is("DECLARE")
                    || tokens.get(0).is("SET", "SELECT")
                            && tokens.stream().anyMatch(token -> token.kind() == Token.Kind.VARIABLE);
        }

        private void requireVariables(ScriptStatement statement) {
            source.unset(source.tsql().substring(statement.start(), statement.end()))
                    .ifPresent(variable -> {
                        throw new PalindromeException(
                                "The schema script %s, line %d: nobody has set the variable %s. Add :setvar %s \"…\" at the head of the script."
                                        .formatted(script, statement.line(), variable, variable));
                    });
        }

        private Optional<String> sentence() {
            return leftOut.isEmpty()
                    ? Optional.empty()
                    : Optional.of("left out, since the test's own database takes the original's place: "
                            + leftOut.entrySet().stream()
                                    .map(entry -> entry.getKey().times(entry.getValue()))
                                    .collect(Collectors.joining(", "))
                            + settings.asked()
                                    .map(attributes -> ". What its settings were is asked for with " + attributes)
                                    .orElse(""));
        }
    }
}

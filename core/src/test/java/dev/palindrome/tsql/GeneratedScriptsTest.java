package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.tsql.generated.GeneratedScript;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What Microsoft's grammar refuses is not taken, and what it takes is taken or said to need SQL Server: thousands of
 * scripts, most of them with a slip of the pen, and the answers that the grammar gave.
 */
class GeneratedScriptsTest {

    /** What the front says where SQL Server would not get beyond its grammar. */
    private static final Pattern SYNTAX = Pattern.compile("is refused by SQL Server \\(error (102|156|319):");

    private static List<Answer> answers;

    /**
     * What the grammar said.
     *
     * @param checksum of the script that was asked about
     * @param taken whether it is T-SQL
     * @param kind of exception, explained at the head of the file; empty for nearly all
     */
    private record Answer(long seed, String checksum, boolean taken, String kind) {

        static Answer of(String line) {
            String[] fields = line.split(" ");
            return new Answer(
                    Long.parseLong(fields[0]), fields[1], fields[2].equals("+"), fields.length > 3 ? fields[3] : "");
        }

        String script() {
            return GeneratedScript.of(seed);
        }

        /** Whether the front says another thing than the grammar. */
        boolean isContradicted() {
            return taken ? isSyntaxError(script()) : isTaken(script());
        }

        @Override
        public String toString() {
            return seed + ": " + script();
        }
    }

    @BeforeAll
    static void read() throws IOException {
        try (InputStream table =
                Objects.requireNonNull(GeneratedScriptsTest.class.getResourceAsStream("generated-scripts.txt"))) {
            answers = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Answer::of)
                    .toList();
        }
    }

    /** Another script of the same seed would have an answer that nobody gave. */
    @Test
    void areThoseThatTheGrammarWasAskedAbout() {
        assertThat(answers)
                .hasSizeGreaterThan(5000)
                .allSatisfy(answer -> assertThat(checksum(answer.script()))
                        .as("the script of seed %d is another one: ask Microsoft's grammar anew", answer.seed())
                        .isEqualTo(answer.checksum()));
    }

    @Test
    void areTakenAsTheGrammarTakesThem() {
        assertThat(answers).filteredOn(answer -> answer.kind().isEmpty()).noneMatch(Answer::isContradicted);
    }

    /** The list of exceptions gets shorter: one that is none any more is to be taken off it. */
    @Test
    void areExceptionsOnlyWhereTheyHaveTo() {
        assertThat(answers)
                .filteredOn(answer -> !answer.kind().isEmpty())
                .hasSizeLessThanOrEqualTo(EXCEPTIONS)
                .allMatch(Answer::isContradicted);
    }

    private static final int EXCEPTIONS = 13;

    private static boolean isSyntaxError(String script) {
        try {
            TranslatedScript.rewrite("V1__test.sql", script);
            return false;
        } catch (NeedsSqlServerException refused) {
            return SYNTAX.matcher(refused.getMessage()).find();
        }
    }

    /** It is enough that H2 refuses it where it runs. */
    private static boolean isTaken(String script) {
        TranslatedScript translated;
        try {
            translated = TranslatedScript.rewrite("V1__test.sql", script);
        } catch (NeedsSqlServerException refused) {
            return false;
        }
        try (EmbeddedDatabase database = new EmbeddedDatabase()) {
            database.run(ParentAndChild.TABLES);
            return isRun(database, translated);
        } catch (SQLException e) {
            throw new AssertionError(script, e);
        }
    }

    private static boolean isRun(EmbeddedDatabase database, TranslatedScript translated) {
        try {
            for (String statement : translated.h2Statements()) {
                database.plain(statement);
            }
            return true;
        } catch (SQLException refused) {
            return false;
        }
    }

    private static String checksum(String script) {
        CRC32 sum = new CRC32();
        sum.update(script.getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}

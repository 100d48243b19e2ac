package dev.palindrome.scripts;

import dev.palindrome.tsql.GoCount;
import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.Token;
import dev.palindrome.tsql.TranslatedScript;
import dev.palindrome.tsql.TsqlBatch;
import dev.palindrome.tsql.statement.StatementParser;
import dev.palindrome.tsql.statement.StatementTokens;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * The scripts of one library for SQL Server, each of which is one migration.
 *
 * @param name as the page in docs has it
 * @param resources where they lie on the class path, in the order in which they go up
 * @param placeholder what whoever uses them has to write something else for; here it goes. May be empty
 * @param stop what stops the way up, in the words of the message; empty where nothing does
 */
record ScriptSet(String name, List<String> resources, String placeholder, String stop) {

    static ScriptSet of(String name, String... resources) {
        return new ScriptSet(name, List.of(resources), "", "");
    }

    ScriptSet without(String text) {
        return new ScriptSet(name, resources, text, stop);
    }

    ScriptSet stoppedBy(String message) {
        return new ScriptSet(name, resources, placeholder, message);
    }

    boolean goesUp() {
        return stop.isEmpty();
    }

    List<String> scripts() {
        return resources.stream().map(this::text).toList();
    }

    /** Writes them as V1, V2 and so on. */
    void writeTo(Path folder) throws IOException {
        for (int i = 0; i < resources.size(); i++) {
            String file = resources.get(i).replaceAll(".*/|\\.sql$", "").replaceAll("\\W+", "_");
            Files.writeString(folder.resolve("V" + (i + 1) + "__" + file + ".sql"), text(resources.get(i)));
        }
    }

    /** The row of the table in docs, as it has to be. */
    String row() {
        List<String> statements = scripts().stream()
                .flatMap(script -> TsqlBatch.split(script, GoCount.UNKNOWN).stream())
                .flatMap(batch -> statements(batch).stream())
                .toList();
        long taken = statements.stream().filter(ScriptSet::isTaken).count();
        return "| %s | %d | %d | %d | %s |"
                .formatted(name, resources.size(), statements.size(), taken, goesUp() ? "yes" : "no: " + stop);
    }

    private static List<String> statements(TsqlBatch batch) {
        return StatementParser.statements(batch.tokens()).stream()
                .map(StatementTokens::tokens)
                .map(tokens -> batch.script()
                        .substring(tokens.get(0).start(), lastOf(tokens).end()))
                .toList();
    }

    /** The last that is written: behind a batch there is one more. */
    private static Token lastOf(List<Token> tokens) {
        Token last = tokens.get(tokens.size() - 1);
        return last.kind() == Token.Kind.END ? tokens.get(tokens.size() - 2) : last;
    }

    private static boolean isTaken(String statement) {
        try {
            TranslatedScript.rewrite("", statement);
            return true;
        } catch (NeedsSqlServerException e) {
            return false;
        }
    }

    private String text(String resource) {
        try (InputStream script = ScriptSet.class.getClassLoader().getResourceAsStream(resource)) {
            String text = new String(Objects.requireNonNull(script, resource).readAllBytes(), StandardCharsets.UTF_8);
            return placeholder.isEmpty() ? text : text.replace(placeholder, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}

package dev.palindrome.schema.read;

import dev.palindrome.sql.ScriptedRow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a scripted server answers to the batch that reads the schema. */
public final class CatalogueAnswers {

    private CatalogueAnswers() {}

    static int number(String question) {
        return CatalogueQuestions.ALL.stream()
                .filter(each -> each.name().equals(question))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** A row that answers a question. */
    public static ScriptedRow about(String question, ScriptedRow row) {
        Map<String, Object> values = new LinkedHashMap<>(row.values());
        values.put("question", number(question));
        return new ScriptedRow(values);
    }

    /** What a question that fails answers instead. */
    public static List<ScriptedRow> error(String question, int error, String message, int state) {
        return List.of(ScriptedRow.of(
                "question", number(question), "error_number", error, "error_message", message, "xact_state", state));
    }
}

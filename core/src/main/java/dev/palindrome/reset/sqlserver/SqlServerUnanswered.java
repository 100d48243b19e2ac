package dev.palindrome.reset.sqlserver;

import dev.palindrome.sql.ErrorText;
import dev.palindrome.sql.SqlServerQueryBatch.Answer;
import dev.palindrome.text.SaidOnce;
import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Questions that the server has refused: one of them costs what needs its answer, and nothing else. */
final class SqlServerUnanswered {

    private static final VisibleLog LOG = VisibleLog.of(SqlServerUnanswered.class);

    private SqlServerUnanswered() {}

    /**
     * What was asked, and why there is no answer.
     *
     * @return missing where there is one
     */
    static Optional<String> question(String what, Answer<?> answer) {
        return answer.failure().map(refusal -> what + " (" + ErrorText.of(refusal) + ")");
    }

    /** None where there is no answer. */
    static <T> List<T> rows(Answer<T> answer) throws SQLException {
        return answer.failure().isPresent() ? List.of() : answer.rows();
    }

    /**
     * The same, and says once what comes of it.
     *
     * @param whatComesOfIt a sentence without its end
     */
    static <T> List<T> rows(Answer<T> answer, String whatComesOfIt) throws SQLException {
        answer.failure().ifPresent(refusal -> warn(whatComesOfIt, ErrorText.of(refusal)));
        return rows(answer);
    }

    static void warn(String whatComesOfIt, String untold) {
        if (SaidOnce.isNew(whatComesOfIt + untold)) {
            LOG.warn("{}, because the server does not tell: {}", whatComesOfIt, untold);
        }
    }
}

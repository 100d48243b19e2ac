package dev.palindrome.h2.flow;

import dev.palindrome.h2.session.GivenIdentity;
import dev.palindrome.h2.value.DirectCall;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.FlowStep;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * {@code @@IDENTITY} and {@code SCOPE_IDENTITY()}. Batches of a session share a scope, a procedure and SQL that is put together
 * have one of their own (Microsoft: scope-identity-transact-sql, identity-transact-sql).
 */
final class Identities {

    private static final String LAST = "@@palindrome$identity";

    private static final String IN_SCOPE = "@@palindrome$scope_identity";

    private final FlowSession session;
    private boolean known;
    private @Nullable Object last;
    private @Nullable Object inScope;
    private @Nullable Object lastBefore;
    private @Nullable Object inScopeBefore;

    /** @param kept whether there may be some of the batches before */
    Identities(FlowSession session, boolean kept) {
        this.session = session;
        this.known = !kept;
    }

    @Nullable Object last() throws SQLException {
        know();
        return last;
    }

    @Nullable Object inScope() throws SQLException {
        know();
        return inScope;
    }

    private void know() throws SQLException {
        if (!known) {
            known = true;
            last = session.value(LAST);
            inScope = session.value(IN_SCOPE);
            lastBefore = last;
            inScopeBefore = inScope;
        }
    }

    /** A statement that puts rows into a table without an identity leaves none behind for {@code @@IDENTITY}. */
    long run(String h2) throws SQLException {
        if (!DirectCall.mayPut(h2) || waits(h2)) {
            return DirectCall.affected(session.connection(), h2);
        }
        know();
        GivenIdentity.forget(session.connection());
        long rows;
        try {
            rows = DirectCall.affected(session.connection(), h2);
        } catch (SQLException e) {
            given();
            throw e;
        }
        if (!given() && DirectCall.puts(h2)) {
            last = null;
        }
        return rows;
    }

    /** Rows of an {@code INSERT … EXEC}, which nobody has put in yet. */
    private static boolean waits(String h2) {
        String into = "INSERT INTO ";
        String statement = h2.contains(FlowStep.COLLECTED) ? DirectCall.statement(h2) : "";
        return statement.contains(into + BracketedName.of(FlowStep.COLLECTED))
                || statement.contains(into + QuotedName.of(FlowStep.COLLECTED));
    }

    private boolean given() throws SQLException {
        Object given = GivenIdentity.last(session.connection());
        if (given == null) {
            return false;
        }
        last = given;
        inScope = given;
        return true;
    }

    /** @return what there is in the scope around */
    @Nullable Object begin() throws SQLException {
        know();
        Object around = inScope;
        inScope = null;
        return around;
    }

    void end(@Nullable Object around) {
        inScope = around;
    }

    /** For the next batch. */
    void keep() throws SQLException {
        if (!Objects.equals(last, lastBefore)) {
            session.set(LAST, last);
        }
        if (!Objects.equals(inScope, inScopeBefore)) {
            session.set(IN_SCOPE, inScope);
        }
    }
}

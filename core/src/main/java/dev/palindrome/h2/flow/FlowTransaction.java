package dev.palindrome.h2.flow;

import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.QuotedName;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The transactions of a script. H2 has one at most, and commits it with each definition.
 *
 * @see <a href="https://learn.microsoft.com/sql/t-sql/language-elements/transactions-transact-sql">Transactions</a>
 */
final class FlowTransaction {

    private static final String COUNT = "@@trancount";

    /** H2's numbers for a savepoint that is gone. */
    private static final List<Integer> GONE = List.of(90063, 90062, 90064);

    private static final String BEGINNING = "palindrome begin";

    private final FlowSession session;

    /** Whoever runs the script has begun one, and the next statement begins another behind its end. */
    private final boolean implicit;

    private final List<String> savepoints = new ArrayList<>();
    private String outermost = "";
    private int count;
    private boolean doomed;

    FlowTransaction(FlowSession session, boolean implicit) throws SQLException {
        this.session = session;
        this.implicit = implicit;
        int kept = session.value(COUNT) instanceof Number number ? number.intValue() : 0;
        this.count = implicit ? Math.max(1, kept) : kept;
    }

    int count() {
        return count;
    }

    /** {@code XACT_STATE()}. */
    int state() {
        return count == 0 ? 0 : doomed ? -1 : 1;
    }

    boolean isDoomed() {
        return doomed;
    }

    /** It can only be rolled back any more. */
    void doom() {
        doomed = count > 0;
    }

    /** A statement that needs one. */
    void before() {
        if (implicit && count == 0) {
            count = 1;
        }
    }

    void keep() throws SQLException {
        session.set(COUNT, count);
    }

    void run(List<String> texts) throws SQLException {
        String name = texts.size() > 1 ? texts.get(1).toLowerCase(Locale.ROOT) : "";
        switch (texts.get(0)) {
            case "BEGIN" -> begin(name);
            case "COMMIT" -> commit();
            case "SAVE" -> save(name);
            default -> rollback(name);
        }
    }

    private void begin(String name) throws SQLException {
        before();
        if (count == 0) {
            outermost = name;
            session.sql().run("SAVEPOINT " + QuotedName.of(BEGINNING));
        }
        count++;
    }

    private void commit() throws SQLException {
        if (count == 0) {
            throw TsqlError.of(3902, "The COMMIT TRANSACTION request has no corresponding BEGIN TRANSACTION.");
        }
        requireWritable();
        count--;
    }

    /** Of a transaction that can only be rolled back, before a statement that changes something. */
    void requireWritable() throws SQLException {
        if (doomed) {
            throw TsqlError.of(
                    3930,
                    "The current transaction cannot be committed and cannot support operations that write to the log"
                            + " file. Roll back the transaction.");
        }
    }

    /** Behind a procedure or text that has ended: it ends with as many transactions as it began with. */
    void requireCount(int before) throws SQLException {
        boolean begunByStatement = implicit && before == 0 && count == 1;
        if (count != before && !begunByStatement) {
            throw TsqlError.of(
                    266,
                    "Transaction count after EXECUTE indicates a mismatching number of BEGIN and COMMIT statements."
                            + " Previous count = " + before + ", current count = " + count + ".");
        }
    }

    private void save(String name) throws SQLException {
        before();
        if (count == 0) {
            throw TsqlError.of(628, "Cannot issue SAVE TRANSACTION when there is no active transaction.");
        }
        requireWritable();
        savepoints.add(name);
        session.sql().run("SAVEPOINT " + QuotedName.of("palindrome save " + name));
    }

    void rollback(String name) throws SQLException {
        if (count == 0) {
            throw TsqlError.of(3903, "The ROLLBACK TRANSACTION request has no corresponding BEGIN TRANSACTION.");
        }
        if (savepoints.contains(name)) {
            if (doomed) {
                throw TsqlError.of(
                        3931,
                        "The current transaction cannot be committed and cannot be rolled back to a savepoint. Roll back"
                                + " the entire transaction.");
            }
            VariableRows rows = VariableRows.of(session);
            to("palindrome save " + name);
            rows.putBack();
            return;
        }
        if (!name.isEmpty() && !name.equals(outermost) && !outermost.isEmpty()) {
            throw TsqlError.of(
                    6401, "Cannot roll back " + name + ". No transaction or savepoint of that name was found.");
        }
        VariableRows rows = VariableRows.of(session);
        if (implicit) {
            session.sql().run("ROLLBACK");
        } else {
            to(BEGINNING);
        }
        rows.putBack();
        savepoints.clear();
        count = 0;
        doomed = false;
    }

    private void to(String savepoint) throws SQLException {
        try {
            session.sql().run("ROLLBACK TO SAVEPOINT " + QuotedName.of(savepoint));
        } catch (SQLException e) {
            if (!GONE.contains(e.getErrorCode())) {
                throw e;
            }
            session.sql().run("ROLLBACK"); // a definition has committed what stood before it
        }
    }
}

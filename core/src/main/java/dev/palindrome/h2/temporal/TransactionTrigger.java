package dev.palindrome.h2.temporal;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/** Behind each row that comes into a table with a period. Public for H2's sake. */
public final class TransactionTrigger implements Trigger {

    /** For H2. */
    public TransactionTrigger() {}

    @Override
    public void init(
            Connection connection, String schema, String triggerName, String tableName, boolean before, int type) {
        // it needs to know nothing
    }

    @Override
    public void fire(Connection connection, @Nullable Object[] oldRow, @Nullable Object[] newRow) throws SQLException {
        TransactionTime.written(connection);
    }
}

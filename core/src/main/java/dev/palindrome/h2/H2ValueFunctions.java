package dev.palindrome.h2;

import dev.palindrome.h2.function.CalledFunctions;
import dev.palindrome.h2.kept.SilentTriggers;
import dev.palindrome.sql.QuotedName;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.sql.SqlTypeFamily;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Java functions that statements call for each row, known to H2 as aliases until this is closed. Making and dropping an alias
 * ends H2's transaction.
 */
public final class H2ValueFunctions implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Connection connection;
    private final String prefix = "palindrome_value_" + NUMBERS.incrementAndGet() + "_";
    private final List<Integer> numbers = new ArrayList<>();

    /** A function of a value. */
    @FunctionalInterface
    public interface Function {

        /**
         * Makes another value of one.
         *
         * @param owner what tells whose value it is; null where nobody asked
         * @param value not NULL: a String, BigDecimal, LocalDate, LocalDateTime, OffsetDateTime or bytes
         * @return of the same type; null for NULL
         */
        @Nullable Object of(@Nullable String owner, Object value);
    }

    private H2ValueFunctions(Connection connection) {
        this.connection = connection;
    }

    /**
     * Makes the aliases.
     *
     * @param connection to H2, without an open transaction
     * @return no function yet
     * @throws SQLException if H2 refuses
     */
    public static H2ValueFunctions open(Connection connection) throws SQLException {
        H2ValueFunctions functions = new H2ValueFunctions(connection);
        for (Form form : Form.values()) {
            SqlRunner.on(connection)
                    .run("CREATE ALIAS " + functions.alias(form) + " FOR '" + CalledFunctions.class.getName() + "."
                            + form.method + "'");
        }
        return functions;
    }

    /** Values as H2 hands them on. */
    private enum Form {
        TEXT("text"),
        NUMBER("number"),
        DATE("date"),
        DATE_TIME("dateTime"),
        WITH_OFFSET("withOffset"),
        BYTES("bytes");

        private final String method;

        Form(String method) {
            this.method = method;
        }

        static Form of(SqlTypeFamily family) {
            return switch (family) {
                case BIT, WHOLE_NUMBER, DECIMAL, MONEY, FLOATING_POINT -> NUMBER;
                case DATE -> DATE;
                case DATE_TIME -> DATE_TIME;
                case DATE_TIME_WITH_OFFSET -> WITH_OFFSET;
                case BINARY -> BYTES;
                default -> TEXT;
            };
        }
    }

    private String alias(Form form) {
        return QuotedName.of("PUBLIC", prefix + form.method);
    }

    /**
     * A call of a function.
     *
     * @param function what is called, in the thread of the statement
     * @param family of the value's type
     * @param owner an expression that tells whose value it is, or {@code NULL}
     * @param value an expression
     * @return an expression, which is NULL where the value is
     */
    public String call(Function function, SqlTypeFamily family, String owner, String value) {
        int number = NUMBERS.incrementAndGet();
        CalledFunctions.add(number, function::of);
        numbers.add(number);
        return alias(Form.of(family)) + "(" + number + ", " + owner + ", " + value + ")";
    }

    /**
     * Runs a statement that no trigger of Palindrome's sees: what keeps periods and histories of temporal tables, and what
     * stands for triggers that are kept.
     *
     * @param connection to H2
     * @param sql what changes rows
     * @return how many it has changed
     * @throws SQLException if it is refused
     */
    public static int updateUnseen(Connection connection, String sql) throws SQLException {
        int[] rows = new int[1];
        SilentTriggers.during(() -> rows[0] = SqlRunner.on(connection).update(sql));
        return rows[0];
    }

    /** Drops the aliases. */
    @Override
    public void close() throws SQLException {
        numbers.forEach(CalledFunctions::remove);
        for (Form form : Form.values()) {
            SqlRunner.on(connection).run("DROP ALIAS IF EXISTS " + alias(form));
        }
    }
}

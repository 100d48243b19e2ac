package dev.palindrome.roundtrip.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CapturedLog;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.ScriptedRow;
import dev.palindrome.sql.ScriptedServer;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a catalogue says, or does not say, of where counters stand. */
class PositionSourceTest {

    private static final SchemaSnapshot SCHEMA = SchemaSnapshot.parse("""
            palindrome schema 1
            sequence [dbo].[numbers] INT
            """);
    private static final Counter NUMBERS = new Counter(true, "dbo", "numbers");
    private static final Counter ORDERS = new Counter(false, "dbo", "orders");

    private static final String OF_SEQUENCE = "SELECT CAST(current_value AS decimal(38, 0))";
    private static final String OF_IDENTITY = "SELECT COALESCE(CAST(last_value AS decimal(38, 0))";

    private final ScriptedServer server = new ScriptedServer();
    private final List<NotCompared> untold = new ArrayList<>();

    private Map<Counter, Position> read(Counter... counters) throws SQLException {
        return PositionSource.SQL_SERVER.read(server.dataSource().getConnection(), List.of(counters), untold::add);
    }

    @Test
    void takesWhatIsTold() throws SQLException {
        server.answering(OF_SEQUENCE, ScriptedRow.of("next", 10, "increment", 1))
                .answering(OF_IDENTITY, ScriptedRow.of("next", 5, "increment", 2));

        assertThat(read(NUMBERS, ORDERS))
                .containsExactly(
                        Map.entry(NUMBERS, new Position(BigDecimal.TEN, BigDecimal.ONE)),
                        Map.entry(ORDERS, new Position(BigDecimal.valueOf(5), BigDecimal.valueOf(2))));
    }

    @Test
    void leavesAloneWhatHasNoNumber() throws SQLException {
        server.answering(OF_SEQUENCE, ScriptedRow.of("next", 10, "increment", null));
        try (CapturedLog log = new CapturedLog(PositionSource.class)) {
            assertThat(read(NUMBERS)).isEmpty();
            assertThat(log.lines())
                    .containsExactly("WARN Not compared: where dbo.numbers stands (the catalogue has no number)");
            assertThat(untold).hasToString("[where dbo.numbers stands (the catalogue has no number)]");
        }
    }

    @Test
    void saysOnceWhatIsRefusedAndTakesTheRest() throws SQLException {
        SQLException refusal = new SQLException("Invalid column name 'last_used_value'.", "S0001", 207);
        server.refusing(OF_SEQUENCE, refusal)
                .refusing(OF_SEQUENCE, refusal)
                .answering(OF_IDENTITY, ScriptedRow.of("next", 5, "increment", 2));
        try (CapturedLog log = new CapturedLog(PositionSource.class)) {
            assertThat(read(NUMBERS, ORDERS)).containsOnlyKeys(ORDERS);
            assertThat(read(NUMBERS, ORDERS)).containsOnlyKeys(ORDERS);
            assertThat(log.lines())
                    .containsExactly(
                            "WARN Not compared: where dbo.numbers stands (Invalid column name 'last_used_value')");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {701, 1205, 1222, 3961})
    void whatSaysNothingAboutTheServerIsAnError(int number) {
        server.refusing(OF_SEQUENCE, new SQLException("not now", "S0001", number));

        assertThatThrownBy(() -> read(NUMBERS)).hasMessage("not now");
    }

    /** A lost connection; of the embedded engine a lock timeout and a deadlock (H2: ErrorCode) as well. */
    @ParameterizedTest
    @CsvSource({"SQL_SERVER, 08S01, 0", "H2, HYT00, 50200", "H2, 40001, 40001", "H2, 42S22, 42122"})
    void whoDoesNotAnswerAtAllFails(PositionSource source, String state, int number) {
        SQLException error = new SQLException("not now", state, number);

        assertThatThrownBy(() -> source.read(refusing(error), List.of(NUMBERS), untold::add))
                .isSameAs(error);
    }

    @Test
    void whatIsNotToldIsNotCompared() throws SQLException {
        server.refusing(OF_SEQUENCE, new SQLException("Invalid object name 'sys.sequences'.", "S0002", 208));

        Positions positions = Positions.read(server.dataSource().getConnection(), SCHEMA, name -> true);

        assertThat(positions.isEmpty()).isTrue();
        assertThat(positions.untold()).hasToString("[where dbo.numbers stands (Invalid object name 'sys.sequences')]");
    }

    private static Connection refusing(SQLException error) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("unwrap")) {
                        return null;
                    }
                    throw error;
                });
    }
}

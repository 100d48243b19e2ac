package dev.palindrome.roundtrip.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.CapturedLog;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a catalogue says, or does not say, of where a sequence stands. */
class PositionSourceTest {

    private static final SchemaSnapshot SCHEMA = SchemaSnapshot.parse("""
            palindrome schema 1
            sequence [dbo].[numbers] INT
            """);
    private static final SchemaObject SEQUENCE =
            SCHEMA.objects(ObjectKind.SEQUENCE).get(0);

    private final List<NotCompared> untold = new ArrayList<>();

    @Test
    void takesWhatIsTold() throws SQLException {
        assertThat(PositionSource.SQL_SERVER.sequence(telling(BigDecimal.TEN, BigDecimal.ONE), SEQUENCE, untold::add))
                .contains(new Position(BigDecimal.TEN, BigDecimal.ONE));
    }

    @Test
    void leavesAloneWhatHasNoNumber() throws SQLException {
        try (CapturedLog log = new CapturedLog(PositionSource.class)) {
            assertThat(PositionSource.SQL_SERVER.sequence(telling(BigDecimal.TEN, null), SEQUENCE, untold::add))
                    .isEmpty();
            assertThat(log.lines())
                    .containsExactly("WARN Not compared: where dbo.numbers stands (the catalogue has no number)");
            assertThat(untold).hasToString("[where dbo.numbers stands (the catalogue has no number)]");
        }
    }

    @Test
    void saysOnceWhatIsRefused() throws SQLException {
        Connection connection = refusing(new SQLException("Invalid column name 'last_used_value'.", "S0001", 207));
        try (CapturedLog log = new CapturedLog(PositionSource.class)) {
            assertThat(PositionSource.SQL_SERVER.sequence(connection, SEQUENCE, untold::add))
                    .isEmpty();
            assertThat(PositionSource.SQL_SERVER.sequence(connection, SEQUENCE, untold::add))
                    .isEmpty();
            assertThat(log.lines())
                    .containsExactly(
                            "WARN Not compared: where dbo.numbers stands (Invalid column name 'last_used_value')");
        }
    }

    @ParameterizedTest
    @CsvSource({"S0001, 701", "S0001, 1205", "S0001, 1222", "S0005, 3961", "08S01, 0"})
    void whatSaysNothingAboutTheServerIsAnError(String state, int number) {
        SQLException error = new SQLException("not now", state, number);

        assertThatThrownBy(() -> PositionSource.SQL_SERVER.sequence(refusing(error), SEQUENCE, untold::add))
                .isSameAs(error);
    }

    /** A lock timeout and a deadlock (H2: ErrorCode) among them. */
    @ParameterizedTest
    @CsvSource({"HYT00, 50200", "40001, 40001", "42S22, 42122"})
    void theEmbeddedEngineTellsOrFails(String state, int number) {
        SQLException error = new SQLException("not now", state, number);

        assertThatThrownBy(() -> PositionSource.H2.sequence(refusing(error), SEQUENCE, untold::add))
                .isSameAs(error);
    }

    @Test
    void whatIsNotToldIsNotCompared() throws SQLException {
        SQLException error = new SQLException("Invalid object name 'sys.sequences'.", "S0002", 208);

        Positions positions = Positions.read(refusing(error), SCHEMA, name -> true);

        assertThat(positions.isEmpty()).isTrue();
        assertThat(positions.untold()).hasToString("[where dbo.numbers stands (Invalid object name 'sys.sequences')]");
    }

    private static Connection telling(BigDecimal next, BigDecimal increment) {
        List<Optional<BigDecimal>> numbers = List.of(Optional.of(next), Optional.ofNullable(increment));
        ResultSet rows = fake(ResultSet.class, (method, arguments) -> switch (method) {
            case "next" -> true;
            case "getBigDecimal" -> numbers.get((int) arguments[0] - 1).orElse(null);
            default -> null;
        });
        PreparedStatement statement =
                fake(PreparedStatement.class, (method, arguments) -> method.equals("executeQuery") ? rows : null);
        return fake(Connection.class, (method, arguments) -> statement);
    }

    private static Connection refusing(SQLException error) {
        DatabaseMetaData server = fake(DatabaseMetaData.class, (method, arguments) -> "Microsoft SQL Server");
        return fake(Connection.class, (method, arguments) -> {
            if (method.equals("getMetaData")) {
                return server;
            }
            throw error;
        });
    }

    private interface Behaviour {
        Object of(String method, Object[] arguments) throws SQLException;
    }

    private static <T> T fake(Class<T> type, Behaviour behaviour) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("unwrap")
                        ? null
                        : behaviour.of(method.getName(), arguments == null ? new Object[0] : arguments)));
    }
}

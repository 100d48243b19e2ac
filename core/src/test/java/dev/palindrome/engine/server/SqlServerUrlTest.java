package dev.palindrome.engine.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlServerUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            jdbc:sqlserver://db                                | jdbc:sqlserver://db;databaseName=x
            jdbc:sqlserver://db:1433;                          | jdbc:sqlserver://db:1433;databaseName=x
            jdbc:sqlserver://db\\one:1433;encrypt=false         | jdbc:sqlserver://db\\one:1433;encrypt=false;databaseName=x
            jdbc:sqlserver://db;DatabaseName=start;encrypt=no  | jdbc:sqlserver://db;encrypt=no;databaseName=x
            jdbc:sqlserver://db;database = start ; encrypt=no  | jdbc:sqlserver://db;encrypt=no;databaseName=x
            jdbc:sqlserver://db;applicationName={a;b}}c}       | jdbc:sqlserver://db;applicationName={a;b}}c};databaseName=x
            jdbc:sqlserver://db;databaseName={a;b};encrypt=no  | jdbc:sqlserver://db;encrypt=no;databaseName=x
            jdbc:sqlserver://;serverName=db;portNumber=1433    | jdbc:sqlserver://;serverName=db;portNumber=1433;databaseName=x
            JDBC:SQLServer://db;applicationName=               | jdbc:sqlserver://db;applicationName=;databaseName=x
            """)
    void leadsToAnotherDatabase(String url, String expected) {
        assertThat(url(url).withDatabase("x").text()).isEqualTo(expected);
    }

    @Test
    void aDatabaseNameIsEscaped() {
        assertThat(url("jdbc:sqlserver://db").withDatabase("a;b}c").text())
                .isEqualTo("jdbc:sqlserver://db;databaseName={a;b}}c}");
    }

    @Test
    void propertiesHaveNoCase() {
        SqlServerUrl url = url("jdbc:sqlserver://db;UserName=me;x={a;b}");
        assertThat(url.has("username")).isTrue();
        assertThat(url.has("password")).isFalse();
        assertThat(url.properties()).isEqualTo(Map.of("UserName", "me", "x", "a;b"));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:sqlserver://db\\one:1433;trustStorePassword=S3cret, jdbc:sqlserver://db\\one:1433",
        "jdbc:sqlserver://;serverName=db;trustStorePassword=S3cret, jdbc:sqlserver://db"
    })
    void showsTheServerAndNoProperties(String url, String shown) {
        assertThat(url(url)).hasToString(shown);
    }

    @Test
    void anotherProductsUrlIsNone() {
        assertThat(SqlServerUrl.parse("jdbc:postgresql://db/x")).isEmpty();
    }

    private static SqlServerUrl url(String text) {
        return SqlServerUrl.parse(text).orElseThrow();
    }
}

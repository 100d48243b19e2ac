package dev.palindrome.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SqlRunnerTest {

    private Connection h2;
    private SqlRunner sql;

    @BeforeEach
    void connect() throws SQLException {
        h2 = DriverManager.getConnection("jdbc:h2:mem:");
        sql = SqlRunner.on(h2);
        sql.run(List.of(
                "CREATE TABLE t (id INT PRIMARY KEY, name VARCHAR(20))",
                "INSERT INTO t VALUES (1, 'one'), (2, NULL), (3, 'three')"));
    }

    @AfterEach
    void disconnect() throws SQLException {
        h2.close();
    }

    @Test
    void readsRows() throws SQLException {
        assertThat(sql.query("SELECT id, name FROM t WHERE id > ? ORDER BY id", 1)
                        .list(row -> row.getInt(1) + "=" + row.getString(2)))
                .containsExactly("2=null", "3=three");
        assertThat(sql.query("SELECT name FROM t ORDER BY id").texts()).containsExactly("one", null, "three");
    }

    @Test
    void readsTheFirstRow() throws SQLException {
        assertThat(sql.query("SELECT name FROM t WHERE id = ?", 1).first(row -> row.getString(1)))
                .contains("one");
        assertThat(sql.query("SELECT name FROM t WHERE id = ?", 2).first(row -> row.getString(1)))
                .isEmpty();
        assertThat(sql.query("SELECT name FROM t WHERE id = ?", 9).first(row -> row.getString(1)))
                .isEmpty();
    }

    @Test
    void countsAndLooksForRows() throws SQLException {
        assertThat(sql.query("SELECT COUNT(*) FROM t").number()).isEqualTo(3);
        assertThat(sql.query("SELECT 1 FROM t WHERE name IS NULL").hasRows()).isTrue();
        assertThat(sql.query("SELECT 1 FROM t WHERE name = ?", "two").hasRows()).isFalse();
    }

    @Test
    void changesRows() throws SQLException {
        assertThat(sql.update("UPDATE t SET name = ? WHERE id > ?", null, 1)).isEqualTo(2);
        assertThat(sql.query("SELECT COUNT(name) FROM t").number()).isEqualTo(1);
    }

    /** JDBC would have the driver take this for one of its escapes. */
    @Test
    void leavesBracesToTheDatabase() throws SQLException {
        sql.run("CREATE TABLE \"{d '2026-01-01'}\" (id INT)");
        sql.run("/* {fn now( */ INSERT INTO t VALUES (4, '{4}')");

        assertThat(sql.query("SELECT name /* {x} */ FROM t WHERE id = 4").texts())
                .containsExactly("{4}");
    }
}

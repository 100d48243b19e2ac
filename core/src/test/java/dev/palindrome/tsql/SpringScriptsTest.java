package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Scripts that nobody here wrote. */
class SpringScriptsTest {

    private static final String OBJECTS = """
            SELECT TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA = 'dbo'
            UNION SELECT SEQUENCE_NAME FROM INFORMATION_SCHEMA.SEQUENCES WHERE SEQUENCE_SCHEMA = 'dbo' ORDER BY 1
            """;

    @Test
    void springBatchGoesUpAndDown() throws Exception {
        try (EmbeddedDatabase database = new EmbeddedDatabase()) {
            List<String> before = database.rows(OBJECTS);
            database.run(script("org/springframework/batch/core/schema-sqlserver.sql"));

            assertThat(database.rows(OBJECTS))
                    .containsExactly(
                            "BATCH_JOB_EXECUTION",
                            "BATCH_JOB_EXECUTION_CONTEXT",
                            "BATCH_JOB_EXECUTION_PARAMS",
                            "BATCH_JOB_EXECUTION_SEQ",
                            "BATCH_JOB_INSTANCE",
                            "BATCH_JOB_SEQ",
                            "BATCH_STEP_EXECUTION",
                            "BATCH_STEP_EXECUTION_CONTEXT",
                            "BATCH_STEP_EXECUTION_SEQ");

            database.run(script("org/springframework/batch/core/schema-drop-sqlserver.sql"));

            assertThat(database.rows(OBJECTS)).isEqualTo(before).isEmpty();
        }
    }

    @Test
    void springBatchMigratesFromVersion4() throws Exception {
        try (EmbeddedDatabase database = new EmbeddedDatabase()) {
            database.run("""
                    CREATE TABLE BATCH_STEP_EXECUTION_CONTEXT (SERIALIZED_CONTEXT TEXT NULL);
                    CREATE TABLE BATCH_JOB_EXECUTION_CONTEXT (SERIALIZED_CONTEXT TEXT NULL);
                    CREATE TABLE BATCH_STEP_EXECUTION (START_TIME DATETIME NOT NULL);
                    CREATE TABLE BATCH_JOB_EXECUTION_PARAMS (
                        TYPE_CD VARCHAR(6) NOT NULL, KEY_NAME VARCHAR(100) NOT NULL, STRING_VAL VARCHAR(250) NULL,
                        DATE_VAL DATETIME DEFAULT NULL, LONG_VAL BIGINT NULL, DOUBLE_VAL DOUBLE PRECISION NULL);
                    """);
            database.run(script("org/springframework/batch/core/migration/5.0/migration-sqlserver.sql"));

            assertThat(database.rows("""
                            SELECT COLUMN_NAME, CHARACTER_MAXIMUM_LENGTH, IS_NULLABLE FROM INFORMATION_SCHEMA.COLUMNS
                            WHERE TABLE_NAME = 'BATCH_JOB_EXECUTION_PARAMS' ORDER BY ORDINAL_POSITION
                            """))
                    .containsExactly(
                            "PARAMETER_TYPE|100|YES",
                            "PARAMETER_NAME|100|YES",
                            "PARAMETER_VALUE|2500|YES",
                            "DATE_VAL|null|YES");
        }
    }

    @Test
    void springSessionGoesUpAndDown() throws Exception {
        try (EmbeddedDatabase database = new EmbeddedDatabase()) {
            database.run(script("org/springframework/session/jdbc/schema-sqlserver.sql"));

            assertThat(database.rows(OBJECTS)).containsExactly("SPRING_SESSION", "SPRING_SESSION_ATTRIBUTES");

            database.run(script("org/springframework/session/jdbc/schema-drop-sqlserver.sql"));

            assertThat(database.rows(OBJECTS)).isEmpty();
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream script = SpringScriptsTest.class.getClassLoader().getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

package dev.palindrome.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.TestDatabase;
import dev.palindrome.engine.EngineKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JooqGenerationTest {

    /** What a build runs before it compiles the application. */
    static final class GenerateTables {

        public static void main(String[] arguments) throws Exception {
            try (TestDatabase database =
                    TestDatabase.builder().engine(EngineKind.EMBEDDED).start()) {
                GenerationTool.generate(new Configuration()
                        .withJdbc(new Jdbc()
                                .withUrl(database.jdbcUrl())
                                .withUser(database.username())
                                .withPassword(database.password()))
                        .withGenerator(new Generator()
                                .withDatabase(new Database()
                                        .withName("org.jooq.meta.h2.H2Database")
                                        .withInputSchema("dbo")
                                        .withExcludes("flyway_schema_history"))
                                .withTarget(new Target()
                                        .withPackageName("com.example.tables")
                                        .withDirectory(arguments[0]))));
            }
        }
    }

    @TempDir
    Path sources;

    @Test
    void theMigratedTablesBecomeClassesThatCompile() throws Exception {
        GenerateTables.main(new String[] {sources.toString()});

        assertThat(Files.readString(sources.resolve("com/example/tables/tables/Todos.java")))
                .contains("TableField<TodosRecord, String> TITLE", "TableField<TodosRecord, Boolean> COMPLETED");
        assertThat(compile(files(sources))).isZero();
    }

    private static List<String> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .toList();
        }
    }

    private int compile(List<String> files) {
        return ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        Stream.concat(
                                        Stream.of(
                                                "-proc:none",
                                                "-nowarn",
                                                "-classpath",
                                                System.getProperty("java.class.path"),
                                                "-d",
                                                sources.toString()),
                                        files.stream())
                                .toArray(String[]::new));
    }
}

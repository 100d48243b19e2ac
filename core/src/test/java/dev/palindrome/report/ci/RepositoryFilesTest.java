package dev.palindrome.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryFilesTest {

    private static final String SCRIPT = "V1__users.sql";

    @TempDir
    Path temporary;

    private Path repository;

    @BeforeEach
    void repository() throws IOException {
        repository = Files.createDirectories(temporary.resolve("my shop"));
    }

    @Test
    void whatMavenCopiedIsFoundWhereItWasCopiedFrom() throws IOException {
        write("src/main/resources/db/migration/V1__users.sql");
        assertThat(found(write("target/classes/db/migration/V1__users.sql")))
                .contains("src/main/resources/db/migration/V1__users.sql");
    }

    @Test
    void scriptsOfTestsAreFoundBesideThoseOfTheApplication() throws IOException {
        write("src/main/resources/db/migration/V1__users.sql");
        write("src/test/resources/db/migration/V1__users.sql");
        assertThat(found(write("target/test-classes/db/migration/V1__users.sql")))
                .contains("src/test/resources/db/migration/V1__users.sql");
    }

    @Test
    void modulesAreFoundFromTheRootOfTheRepository() throws IOException {
        write("orders/store/src/main/resources/db/migration/V1__users.sql");
        assertThat(found(write("orders/store/target/classes/db/migration/V1__users.sql")))
                .contains("orders/store/src/main/resources/db/migration/V1__users.sql");
    }

    @Test
    void whatGradleCopiedIsFoundInItsSetOfSources() throws IOException {
        write("app/src/main/resources/db/migration/V1__users.sql");
        write("app/src/integrationTest/resources/db/migration/V1__users.sql");
        assertThat(found(write("app/build/resources/main/db/migration/V1__users.sql")))
                .contains("app/src/main/resources/db/migration/V1__users.sql");
        assertThat(found(write("app/build/resources/integrationTest/db/migration/V1__users.sql")))
                .contains("app/src/integrationTest/resources/db/migration/V1__users.sql");
    }

    @Test
    void whatEclipseAndIntelliJCopiedIsFound() throws IOException {
        write("src/main/resources/db/migration/V1__users.sql");
        assertThat(found(write("bin/main/db/migration/V1__users.sql")))
                .contains("src/main/resources/db/migration/V1__users.sql");
        assertThat(found(write("out/production/resources/db/migration/V1__users.sql")))
                .contains("src/main/resources/db/migration/V1__users.sql");
    }

    @Test
    void aJarOfAnotherModuleIsFollowedToItsSources() throws IOException {
        write("store/src/main/resources/db/migration/V1__users.sql");
        Path jar = write("store/target/store-1.0.jar");
        assertThat(files().find(SCRIPT, "jar:" + jar.toUri() + "!/db/migration/V1__users.sql"))
                .contains("store/src/main/resources/db/migration/V1__users.sql");
        Path gradles = write("store/build/libs/store.jar");
        assertThat(files().find(SCRIPT, "jar:" + gradles.toUri() + "!/db/migration/V1__users.sql"))
                .contains("store/src/main/resources/db/migration/V1__users.sql");
    }

    @Test
    void aJarFromElsewhereIsNoFileOfTheRepository() throws IOException {
        Path jar = write("../.m2/repository/shop/store-1.0.jar");
        assertThat(files().find(SCRIPT, "jar:" + jar.toUri() + "!/db/migration/V1__users.sql"))
                .isEmpty();
    }

    @Test
    void aFileThatIsNotCopiedIsItself() throws IOException {
        assertThat(found(write("database/scripts/V1__users.sql"))).contains("database/scripts/V1__users.sql");
    }

    @Test
    void namesAreTakenAsTheyAre() throws IOException {
        write("src/main/resources/db/V1__50%25_off #1 ä.sql");
        Path copy = write("target/classes/db/V1__50%25_off #1 ä.sql");
        assertThat(files().find(
                                "db/V1__50%25_off #1 ä.sql",
                                copy.getParent().getParent().toUri() + "db/V1__50%25_off #1 ä.sql"))
                .contains("src/main/resources/db/V1__50%25_off #1 ä.sql");
    }

    @Test
    void classesAreFoundAsWhatTheyWereCompiledFrom() throws IOException {
        write("src/main/kotlin/db/migration/V2__Hash.kt");
        Path kotlin = write("target/classes/db/migration/V2__Hash.class");
        assertThat(files().find("db.migration.V2__Hash", kotlin.toUri().toString()))
                .contains("src/main/kotlin/db/migration/V2__Hash.kt");
        write("src/main/java/db/migration/All.java");
        Path nested = write("build/classes/java/main/db/migration/All$V3__More.class");
        assertThat(files().find("db.migration.All$V3__More", nested.toUri().toString()))
                .contains("src/main/java/db/migration/All.java");
    }

    @Test
    void aFolderOfResourcesOfOnesOwnIsFoundWhereThereIsOneFileOnly() throws IOException {
        write("sql/db/migration/V1__users.sql");
        Path copy = write("target/classes/db/migration/V1__users.sql");
        assertThat(found(copy)).contains("sql/db/migration/V1__users.sql");
        write("old/db/migration/V1__users.sql");
        assertThat(found(copy)).as("nobody knows which").isEmpty();
    }

    /** A report asks for each of hundreds of migrations. */
    @Test
    void aModuleIsWalkedThroughOnce() throws IOException {
        write("sql/db/migration/V1__users.sql");
        String copy = write("target/classes/db/migration/V1__users.sql").toUri().toString();
        RepositoryFiles files = files();
        assertThat(files.find(SCRIPT, copy)).contains("sql/db/migration/V1__users.sql");
        write("old/db/migration/V1__users.sql");
        assertThat(files.find(SCRIPT, copy)).contains("sql/db/migration/V1__users.sql");
    }

    @Test
    void whatIsGoneFromTheSourcesIsNotFound() throws IOException {
        assertThat(found(write("target/classes/db/migration/V1__users.sql"))).isEmpty();
    }

    @Test
    void whatABuildHasMadeIsInNoRepository() throws IOException {
        write("pom.xml");
        assertThat(found(write("target/generated/V1__users.sql"))).isEmpty();
        write("build.gradle.kts");
        assertThat(found(write("build/generated/V1__users.sql"))).isEmpty();
        assertThat(found(write("database/build/V1__users.sql"))).contains("database/build/V1__users.sql");
    }

    @Test
    void whatLiesOutsideOfTheCheckoutIsNotNamed() throws IOException {
        assertThat(found(write("../elsewhere/V1__users.sql"))).isEmpty();
    }

    @Test
    void linksAreFollowed() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), repository);
        Path script = write("database/V1__users.sql");
        assertThat(new RepositoryFiles(Optional.of(link))
                        .find(SCRIPT, script.toUri().toString()))
                .contains("database/V1__users.sql");
    }

    @Test
    void withoutACheckoutTheRepositoryIsTheFolderThatGitKnows() throws IOException {
        Path script = write("module/database/V1__users.sql");
        RepositoryFiles files = new RepositoryFiles(Optional.empty());
        assertThat(files.find(SCRIPT, script.toUri().toString())).isEmpty();
        Files.createDirectory(repository.resolve(".git"));
        assertThat(files.find(SCRIPT, script.toUri().toString())).contains("module/database/V1__users.sql");
    }

    @Test
    void aRepositoryThatWasCheckedOutIntoAFolderIsThatFolder() throws IOException {
        Path script = write("shop/module/database/V1__users.sql");
        assertThat(found(script)).contains("shop/module/database/V1__users.sql");
        Files.createDirectory(repository.resolve("shop/module/.git"));
        assertThat(found(script)).contains("database/V1__users.sql");
        Files.createDirectory(repository.resolve("shop/.git"));
        assertThat(found(script)).as("below it is a submodule").contains("module/database/V1__users.sql");
        Files.createDirectory(temporary.resolve(".git"));
        assertThat(found(script)).as("outside of the job's folder").contains("module/database/V1__users.sql");
    }

    @Test
    void anotherKindOfUrlIsNotFollowed() {
        assertThat(files().find(SCRIPT, "vfs:/deployment/V1__users.sql")).isEmpty();
        assertThat(files().find(SCRIPT, "jar:http://shop/a.jar!/V1__users.sql")).isEmpty();
    }

    private RepositoryFiles files() {
        return new RepositoryFiles(Optional.of(repository));
    }

    private Optional<String> found(Path copy) {
        return files().find(SCRIPT, copy.toUri().toString());
    }

    private Path write(String name) throws IOException {
        Path file = repository.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "SELECT 1");
    }
}

package dev.palindrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever opens a package reads whether it is a concern's face or its inside, and where to begin. */
class PackageInfoTest {

    private static final List<Path> MODULES = List.of(
            Path.of("src/main/java"),
            Path.of("../junit5-extension/src/main/java"),
            Path.of("../spring-test/src/main/java"));

    @ParameterizedTest
    @MethodSource("packages")
    void saysWhichItIsAndWhatToOpenFirst(Path folder) throws IOException {
        assertThat(Files.readString(folder.resolve("package-info.java")).replaceAll("\\s+(\\* )?", " "))
                .contains(isRoot(folder) ? " The public face of " : " and nobody else's business. ")
                .contains(" Open {@link ");
    }

    /** Public types of roots have Javadoc, which the compiler asks for in the packages that it is told. */
    @Test
    void theCompilerIsToldOfEachRoot() throws IOException {
        String told = Files.readString(Path.of("../pom.xml"))
                .replaceAll("(?s).*<documented.packages>(.*)</documented.packages>.*", "$1");

        assertThat(told.split(","))
                .containsAll(packages()
                        .filter(PackageInfoTest::isRoot)
                        .map(PackageInfoTest::name)
                        .toList());
    }

    @Test
    void thereAreSome() {
        assertThat(packages()).hasSizeGreaterThan(50);
    }

    static Stream<Path> packages() {
        return MODULES.stream().flatMap(PackageInfoTest::folders).filter(PackageInfoTest::hasClasses);
    }

    private static Stream<Path> folders(Path module) {
        try (Stream<Path> all = Files.walk(module)) {
            return all.filter(Files::isDirectory).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean hasClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Path folder) {
        String path = folder.toString().replace('\\', '/');
        return path.substring(path.indexOf("dev/")).replace('/', '.');
    }

    /** {@code dev.palindrome}, and what stands right under it. */
    private static boolean isRoot(Path folder) {
        return folder.getParent().endsWith("dev") || folder.getParent().endsWith("dev/palindrome");
    }
}

package dev.palindrome.report.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder or jar that a build tool has filled from sources: Maven's, Gradle's, and those of Eclipse and IntelliJ for Gradle.
 *
 * @param folder what is filled
 * @param module the module's folder
 * @param sources the set of sources, such as {@code main}
 */
record BuildOutput(Path folder, Path module, String sources) {

    private static final Pattern MAVEN = Pattern.compile("^(?<module>.*/)target/(?<test>test-)?classes");
    private static final Pattern GRADLE =
            Pattern.compile("^(?<module>.*/)build/(resources|classes/[^/]+)/(?<set>[^/]+)");
    private static final Pattern ECLIPSE = Pattern.compile("^(?<module>.*/)bin/(?<set>main|test)");
    private static final Pattern INTELLIJ =
            Pattern.compile("^(?<module>.*/)out/(production|(?<test>test))/(resources|classes)");
    private static final Pattern MAVEN_JAR = Pattern.compile("^(?<module>.*/)target/[^/]*?(?<test>-tests)?\\.jar");
    private static final Pattern GRADLE_JAR = Pattern.compile("^(?<module>.*/)build/libs/[^/]*\\.jar");

    private static final List<Pattern> FOLDERS = List.of(MAVEN, GRADLE, ECLIPSE, INTELLIJ);
    private static final List<Pattern> JARS = List.of(MAVEN_JAR, GRADLE_JAR);

    private static final List<String> SOURCE_FOLDERS = List.of("resources", "java", "kotlin", "groovy");

    /** The nearest around a file. */
    static Optional<BuildOutput> around(Path file) {
        for (Path folder = file.toAbsolutePath().normalize().getParent(); folder != null; folder = folder.getParent()) {
            Optional<BuildOutput> output = of(folder, FOLDERS);
            if (output.isPresent()) {
                return output;
            }
        }
        return Optional.empty();
    }

    static Optional<BuildOutput> ofJar(Path jar) {
        return of(jar.toAbsolutePath().normalize(), JARS);
    }

    private static Optional<BuildOutput> of(Path path, List<Pattern> patterns) {
        String text = path.toString().replace('\\', '/');
        return patterns.stream()
                .map(pattern -> pattern.matcher(text))
                .filter(Matcher::matches)
                .findFirst()
                .map(match -> new BuildOutput(path, Path.of(match.group("module")), sources(match)));
    }

    private static String sources(Matcher match) {
        String pattern = match.pattern().pattern();
        if (pattern.contains("(?<set>")) {
            return match.group("set");
        }
        return pattern.contains("(?<test>") && match.group("test") != null ? "test" : "main";
    }

    /** Whether a file was made by a build and is in no repository, wherever below the build's folder it lies. */
    static boolean isWithinOne(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (isOf(folder, "target", "pom.xml")
                    || isOf(folder, "build", "build.gradle")
                    || isOf(folder, "build", "build.gradle.kts")) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(Path folder, String name, String build) {
        return folder.endsWith(name) && Files.exists(folder.resolveSibling(build));
    }

    /** What a file in this folder is called on the class path. */
    String entry(Path file) {
        return folder.relativize(file.toAbsolutePath().normalize()).toString().replace('\\', '/');
    }

    /**
     * The file that an entry was made from.
     *
     * @param files of modules, for one that is not where such files usually lie
     * @return where such files usually lie; else the only one of this path in the module; empty where there are several
     */
    Optional<Path> source(String entry, ModuleFiles files) throws IOException {
        List<String> names = sourceNames(entry);
        Optional<Path> usual = SOURCE_FOLDERS.stream()
                .flatMap(kind -> names.stream()
                        .map(name -> module.resolve("src")
                                .resolve(sources)
                                .resolve(kind)
                                .resolve(name)))
                .filter(Files::isRegularFile)
                .findFirst();
        return usual.isPresent() ? usual : onlyOne(names, files);
    }

    private static List<String> sourceNames(String entry) {
        if (!entry.endsWith(".class")) {
            return List.of(entry);
        }
        String type = entry.substring(0, entry.length() - ".class".length()).replaceFirst("\\$.*", "");
        return List.of(type + ".java", type + ".kt", type + ".groovy");
    }

    /** Resources may lie anywhere, if the build says so. */
    private Optional<Path> onlyOne(List<String> names, ModuleFiles files) throws IOException {
        List<Path> found = files.of(module).stream()
                .filter(file -> names.stream().anyMatch(file::endsWith))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}

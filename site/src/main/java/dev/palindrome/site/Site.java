package dev.palindrome.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * All pages, in the order of the navigation: that in which the lists of README and of the README of recipes name them. What
 * neither names comes behind that.
 */
final class Site {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]++)}}");

    private final Path repository;
    private final Map<String, Page> pages;
    private final Properties build = new Properties();

    private Site(Path repository, Map<String, Page> pages) throws IOException {
        this.repository = repository;
        this.pages = pages;
        try (InputStream properties = Objects.requireNonNull(Site.class.getResourceAsStream("build.properties"))) {
            build.load(properties);
        }
    }

    /** README, the pages that it lists, and whatever else there is in docs. */
    static Site of(Path repository) throws IOException {
        Map<String, Page> pages = new LinkedHashMap<>();
        add(repository, "README.md", pages);
        for (Path file : files(repository.resolve("docs"))) {
            add(repository, repository.relativize(file).toString().replace('\\', '/'), pages);
        }
        return new Site(repository, pages);
    }

    private static void add(Path repository, String name, Map<String, Page> pages) throws IOException {
        if (pages.containsKey(name)) {
            return;
        }
        Page page = Page.read(repository, name);
        pages.put(name, page);
        // Only an overview gives pages an order: others lead here and there.
        if (name.endsWith("README.md")) {
            for (String link : page.listed()) {
                String path =
                        Target.isElsewhere(link) ? "" : Target.of(page, link).path();
                if (path.endsWith(".md") && Files.exists(repository.resolve(path))) {
                    add(repository, path, pages);
                }
            }
        }
    }

    private static TreeSet<Path> files(Path folder) throws IOException {
        TreeSet<Path> found = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(file -> file.toString().endsWith(".md")).forEach(found::add);
        }
        return found;
    }

    List<Page> pages() {
        return List.copyOf(pages.values());
    }

    /**
     * Writes everything.
     *
     * @param output a folder, which need not exist
     * @param javadoc what to put beside the pages, as {@code api}
     */
    void write(Path output, Path javadoc) throws IOException {
        if (!Files.exists(javadoc.resolve("index.html"))) {
            throw new IllegalStateException(
                    "There is no Javadoc in " + javadoc + ". Make both: ./mvnw package -Pjavadoc,site -DskipTests");
        }
        String template = resource("page.html");
        for (Page page : pages.values()) {
            write(output.resolve(page.address()), filled(template, page));
        }
        write(output.resolve("assets/index.js"), SearchIndex.of(pages.values()));
        for (String file : List.of("site.css", "site.js")) {
            write(output.resolve("assets").resolve(file), resource(file));
        }
        for (String[] file : libraries()) {
            write(output.resolve("assets").resolve(file[1]), resource("/META-INF/resources/webjars/" + file[0]));
        }
        copy(javadoc, output.resolve("api"));
    }

    private List<String[]> libraries() {
        String lunr = "lunr/" + build.getProperty("lunr") + "/";
        String highlight = "highlightjs/" + build.getProperty("highlightjs") + "/";
        return List.of(
                new String[] {lunr + "lunr.min.js", "lunr.js"},
                new String[] {lunr + "LICENSE", "lunr-LICENSE.txt"},
                new String[] {highlight + "highlight.min.js", "highlight.js"},
                new String[] {highlight + "languages/groovy.min.js", "highlight-groovy.js"},
                new String[] {highlight + "languages/properties.min.js", "highlight-properties.js"},
                new String[] {highlight + "styles/github.min.css", "light.css"},
                new String[] {highlight + "styles/github-dark.min.css", "dark.css"});
    }

    private String filled(String template, Page page) {
        List<Page> order = pages();
        int at = order.indexOf(page);
        Map<String, String> parts = Map.of(
                "title", Html.escape(page.title()),
                "root", page.root(),
                "version", Html.escape(build.getProperty("version")),
                "repository", Html.escape(build.getProperty("repository")),
                "navigation", Navigation.of(order, page),
                "content", page.html(link -> address(page, link)),
                "previous", at == 0 ? "" : step(page, order.get(at - 1), "prev"),
                "next", at == order.size() - 1 ? "" : step(page, order.get(at + 1), "next"));
        return PLACE.matcher(template)
                .replaceAll(place ->
                        Matcher.quoteReplacement(Objects.requireNonNull(parts.get(place.group(1)), place.group(1))));
    }

    private static String step(Page from, Page to, String relation) {
        return "<a rel=\"%s\" href=\"%s%s\">%s</a>"
                .formatted(relation, from.root(), to.address(), Html.escape(to.title()));
    }

    /** Pages are on the site, all other files in the repository's home. */
    private String address(Page from, String link) {
        if (Target.isElsewhere(link)) {
            return link;
        }
        Target target = Target.of(from, link);
        String anchor = target.anchor().isEmpty() ? "" : "#" + target.anchor();
        Page page = pages.get(target.path());
        if (page == null) {
            String kind = Files.isDirectory(repository.resolve(target.path())) ? "tree" : "blob";
            return build.getProperty("repository") + "/" + kind + "/main/" + target.path() + anchor;
        }
        return (page.equals(from) && !anchor.isEmpty() ? "" : from.root() + page.address()) + anchor;
    }

    private static String resource(String name) throws IOException {
        try (InputStream found =
                Objects.requireNonNull(Site.class.getResourceAsStream(name), () -> "There is no resource " + name)) {
            return new String(found.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(Objects.requireNonNull(target.getParent()));
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

package dev.palindrome.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * What every page has in common: one file that asks nothing of a network, in light and dark, with a head that allows only
 * the styles and scripts written into it.
 *
 * <p>Its styles and scripts are files beside this class's package among the resources, taken as they are.
 */
public final class HtmlPage {

    private static final Map<String, String> FILES = new ConcurrentHashMap<>();

    private final String title;
    private final boolean good;
    private final List<String> styles = new ArrayList<>(List.of("page.css"));
    private final List<String> scripts = new ArrayList<>(List.of("page.js"));
    private final Map<String, String> links = new LinkedHashMap<>();
    private final List<Consumer<HtmlWriter>> data = new ArrayList<>();

    private HtmlPage(String title, boolean good) {
        this.title = title;
        this.good = good;
    }

    /**
     * A page without content.
     *
     * @param title for the browser's tab
     * @param good whether all is well: the tab's icon says it, too
     */
    public static HtmlPage titled(String title, boolean good) {
        return new HtmlPage(title, good);
    }

    /** A style sheet of its own. */
    public HtmlPage style(String file) {
        styles.add(file);
        return this;
    }

    /** A script of its own; they run in this order, when the page is there. */
    public HtmlPage script(String file) {
        scripts.add(file);
        return this;
    }

    /** A place on the page that its head leads to. */
    public HtmlPage link(String id, String text) {
        links.put(id, text);
        return this;
    }

    /**
     * Data for a script, which finds it by its id.
     *
     * @param json what may stand in it; nothing in it ends the element
     */
    public HtmlPage data(String id, String json) {
        String safe = json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
        data.add(html -> html.open("script", "type", "application/json", "id", id)
                .own(safe)
                .close()
                .own("\n"));
        return this;
    }

    /**
     * The whole page.
     *
     * @param main writes what is on it
     * @param footer what stands at its end
     */
    public String with(Consumer<HtmlWriter> main, String footer) {
        HtmlWriter html = new HtmlWriter();
        html.own("<!DOCTYPE html>\n").open("html", "lang", "en").own("\n");
        head(html);
        html.open("body").own("\n");
        html.element("a", "Skip to the result", "class", "skip", "href", "#main")
                .own("\n");
        html.within("header", this::bar, "class", "bar");
        html.within("main", main, "id", "main", "tabindex", "-1");
        html.element("footer", footer);
        data.forEach(each -> each.accept(html));
        scripts.forEach(file -> html.open("script").own(file(file)).close().own("\n"));
        html.close().close();
        return html.own("\n").toString();
    }

    private void head(HtmlWriter html) {
        html.open("head")
                .own("\n")
                .empty("meta", "charset", "utf-8")
                .own("\n")
                .empty("meta", "http-equiv", "Content-Security-Policy", "content", policy())
                .own("\n")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .own("\n")
                .empty("meta", "name", "referrer", "content", "no-referrer")
                .own("\n")
                .empty("link", "rel", "icon", "href", icon())
                .own("\n")
                .element("title", title)
                .own("\n");
        styles.forEach(file -> html.open("style").own(file(file)).close().own("\n"));
        html.close().own("\n");
    }

    /** Nothing is loaded, nothing is sent, and only what is meant runs, whatever a name or a script may hold. */
    private String policy() {
        return "default-src 'none'; img-src data:; style-src " + hashes(styles) + "; script-src " + hashes(scripts)
                + "; base-uri 'none'; form-action 'none'";
    }

    private static String hashes(List<String> files) {
        return files.stream().map(file -> "'sha256-" + hash(file(file)) + "'").collect(Collectors.joining(" "));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256 (java.security.MessageDigest).", e);
        }
    }

    private String icon() {
        String mark = good ? "M4 8.5l3 3 5-6" : "M5 5l6 6M11 5l-6 6";
        String colour = good ? "1a7f37" : "cf222e";
        return "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Ccircle cx='8' cy='8'"
                + " r='8' fill='%23" + colour + "'/%3E%3Cpath d='" + mark
                + "' fill='none' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E";
    }

    private void bar(HtmlWriter html) {
        html.element("span", "Palindrome", "class", "brand");
        html.within(
                "nav",
                nav -> links.forEach((id, text) -> nav.element("a", text, "href", "#" + id)),
                "aria-label",
                "On this page");
        html.element("button", "Theme: system", "type", "button", "id", "theme", "hidden", "");
    }

    /** With line feeds alone, however it was checked out: a browser reads it so, and its hash must be that. */
    private static String file(String name) {
        return FILES.computeIfAbsent(name, HtmlPage::read);
    }

    private static String read(String name) {
        try (InputStream file = HtmlPage.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("Palindrome's jar misses " + name
                        + ", which its reports need. Take the jar that was published.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

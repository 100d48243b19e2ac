package dev.palindrome.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a round trip, in the hands of whoever looks at it. Skipped where there is no browser. */
@Tag("browser")
class RoundTripPageBrowserIT {

    private static final long FIVE_MEGABYTES = 5_000_000;

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static String page;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start(folder.resolve("profile"));
        page = write("several.html", PlannedPages.several());
    }

    @AfterAll
    static void stop() {
        if (chromium != null) {
            chromium.close();
        }
    }

    private static String write(String name, String html) throws IOException {
        return Files.writeString(folder.resolve(name), html).toUri().toString();
    }

    @BeforeEach
    void open() {
        chromium.prefers("light");
        chromium.size(1440, 900);
        // A page that is open already would not be loaded again for another anchor.
        chromium.open("about:blank");
        chromium.requests();
        chromium.open(page);
    }

    /** Whatever was done with it: a text that became markup, or a script that failed, would show here. */
    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(chromium.complaints()).isEmpty();
        assertThat(chromium.script("return window.broken")).isNull();
    }

    @Test
    void nothingIsLoadedButThePage() {
        assertThat(chromium.requests()).containsExactly(page);
    }

    @Test
    void theAnswerIsTheFirstHeading() {
        assertThat(chromium.find("h1").getText()).endsWith("3 of 6 migrations do not pass");
        assertThat(chromium.script("return document.title")).isEqualTo("Round trips: db-migration");
    }

    @Test
    void verdictsAndNamesLeaveOutTheOthers() {
        chromium.find("input[value=REVERSIBLE]").sendKeys(Keys.SPACE);
        assertThat(shown()).containsExactly("v1", "r-views");
        assertThat(chromium.find("#shown").getText()).isEqualTo("2 of 6 shown");

        chromium.find("#search").sendKeys("users v1");
        assertThat(shown()).containsExactly("v1");
        assertThat(chromium.find("#shown").getText()).isEqualTo("1 of 6 shown");
        assertThat(chromium.find("#shown").getDomAttribute("role")).isEqualTo("status");

        chromium.find("#search").clear();
        chromium.find("input[value=REVERSIBLE]").sendKeys(Keys.SPACE);
        assertThat(chromium.find("#shown").getText()).isEqualTo("All 6 shown");
    }

    private static List<String> shown() {
        return chromium.all(".trip").stream()
                .filter(WebElement::isDisplayed)
                .map(trip -> trip.getDomAttribute("id"))
                .toList();
    }

    @Test
    void aLinkOpensItsMigrationAlsoWhereItIsLeftOut() {
        chromium.find("#search").sendKeys("views");
        chromium.script("location.hash = 'v1'");
        chromium.script("return new Promise(done => setTimeout(done, 100))");
        assertThat(chromium.find("#v1 .body").isDisplayed()).isTrue();
        assertThat(shown()).hasSize(6);
        assertThat(chromium.focused()).isEqualTo(chromium.find("#v1 summary"));

        chromium.open("about:blank");
        chromium.open(page + "#v4");
        assertThat(chromium.find("#v4 .body").isDisplayed()).isTrue();
    }

    @Test
    void theKeyboardOpensAMigrationWhoseScriptsAreColoured() {
        chromium.find("#v1 summary").sendKeys(Keys.ENTER);
        WebElement code = chromium.find("#v1 .code code");
        assertThat(code.isDisplayed()).isTrue();
        chromium.script("return new Promise(done => setTimeout(done, 100))");
        assertThat(chromium.all("#v1 .code code .k").stream().map(WebElement::getText))
                .containsExactly("CREATE", "TABLE", "DROP", "TABLE");
        assertThat(code.getText()).isEqualTo("CREATE TABLE dbo.users (id INT);");
    }

    @Test
    void aDraftIsCopiedAsItIs() {
        chromium.allowTheClipboard();
        chromium.script("document.querySelector('#v2 details').open = true");
        chromium.script("return new Promise(done => setTimeout(done, 100))");
        WebElement copy = chromium.find("#v2 button[aria-label='Copy Draft of an undo']");
        copy.click();
        assertThat(chromium.script(
                        "return new Promise(done => setTimeout(() => navigator.clipboard.readText().then(done), 200))"))
                .isEqualTo(PlannedPages.DRAFT);
        assertThat(copy.getText()).isEqualTo("Copied");
    }

    @Test
    void aTableShowsWhoChangedIt() {
        toTheDiagram();
        assertThat(chromium.all(".canvas .node").stream().map(node -> node.getDomAttribute("aria-label")))
                .containsExactly(
                        "dbo.notes, 3 columns, changed by 1 migration", "dbo.users, 3 columns, changed by 1 migration");
        chromium.all(".canvas .node").get(1).click();
        assertThat(chromium.find(".table-panel").getText()).isEqualTo("""
                        dbo.users
                        ×
                        Changed by
                        ✓
                        V1 users REVERSIBLE
                        Rows may be changed by
                        ✗
                        V2 notes UNDO_MISSING
                        –
                        V4 old EXCLUDED
                        Columns
                        PK id INT
                        name NVARCHAR(50) NULL
                        amount DECIMAL(18, 4) NULL
                        Referenced by
                        dbo.notes""");
        chromium.find(".table-panel a[href='#v2']").click();
        chromium.script("return new Promise(done => setTimeout(done, 200))");
        assertThat(chromium.find("#v2 .body").isDisplayed()).isTrue();
    }

    @Test
    void theKeyboardGoesFromTableToTable() {
        toTheDiagram();
        chromium.find(".canvas").sendKeys("+", Keys.ARROW_LEFT, "0", Keys.TAB);
        assertThat(chromium.focused().getDomAttribute("aria-label")).startsWith("dbo.notes,");
        chromium.focused().sendKeys(Keys.ENTER);
        assertThat(chromium.find(".table-panel h3").getText()).isEqualTo("dbo.notes");
        chromium.focused().sendKeys(Keys.ESCAPE);
        assertThat(chromium.find(".table-panel").isDisplayed()).isFalse();
    }

    @Test
    void escapeLeavesATableFromWhereverOneIs() {
        toTheDiagram();
        for (String place : List.of(".table-panel button.plain", ".table-panel a", "#table-choice", "#all-columns")) {
            chromium.all(".canvas .node").get(1).click();
            chromium.find(place).sendKeys(Keys.ESCAPE);
            assertThat(chromium.find(".table-panel").isDisplayed()).as(place).isFalse();
            assertThat(chromium.focused().getDomAttribute("aria-label"))
                    .as(place)
                    .startsWith("dbo.users,");
        }
    }

    @Test
    void theSignsOfColumnsAreExplained() {
        toTheDiagram();
        assertThat(chromium.find(".diagram .signs").getText())
                .isEqualTo("PK primary key\nPF both a primary and a foreign key\n→ to the table referred to");
    }

    @Test
    void aHashThatIsMalformedOpensNothing() {
        chromium.open("about:blank");
        chromium.open(page + "#50%");
        assertThat(chromium.find("#shown").getText()).isEqualTo("All 6 shown");
    }

    @Test
    void noTwoLandmarksHaveTheSameName() {
        chromium.find("#open-all").click();
        toTheDiagram();
        chromium.all(".canvas .node").get(1).click();
        assertThat(chromium.landmarks()).doesNotHaveDuplicates().contains("Migrations", "Table dbo.users");
    }

    @Test
    void howToAcceptALossIsCopied() {
        chromium.allowTheClipboard();
        chromium.script("document.querySelector('#v3 details').open = true");
        chromium.script("return new Promise(done => setTimeout(done, 100))");
        chromium.find("#v3 button[aria-label='Copy Declaration']").click();
        assertThat(chromium.script(
                        "return new Promise(done => setTimeout(() => navigator.clipboard.readText().then(done), 200))"))
                .asString()
                .startsWith("-- palindrome: loses dbo.users.[</script>");
    }

    @Test
    void theKeyboardStaysInThePanelWhenItGoesToAnotherTable() {
        toTheDiagram();
        chromium.all(".canvas .node").get(1).click();
        chromium.find(".table-panel button.plain").sendKeys(Keys.ENTER);
        assertThat(chromium.find(".table-panel h3").getText()).isEqualTo("dbo.notes");
        assertThat(chromium.focused().getDomAttribute("aria-label")).isEqualTo("Close dbo.notes");
    }

    private static void toTheDiagram() {
        chromium.script("document.getElementById('diagram').scrollIntoView({behavior: 'instant'})");
        chromium.script("return new Promise(done => setTimeout(done, 400))");
    }

    @Test
    void aPhoneScrollsOnlyDown() {
        chromium.size(390, 844);
        chromium.find("#open-all").click();
        toTheDiagram();
        assertThat(chromium.script("return document.documentElement.scrollWidth"))
                .isEqualTo(390L);
        chromium.size(320, 700);
        assertThat(chromium.script("return document.documentElement.scrollWidth"))
                .isEqualTo(320L);
    }

    @Test
    void theThemeIsTheSystemsUntilSomebodyChooses() {
        String light = background();
        chromium.prefers("dark");
        String dark = background();
        assertThat(dark).isNotEqualTo(light);
        chromium.find("#theme").click();
        assertThat(chromium.find("#theme").getText()).isEqualTo("Theme: light");
        assertThat(background()).isEqualTo(light);
        chromium.prefers("light");
        chromium.find("#theme").click();
        assertThat(background()).isEqualTo(dark);
        chromium.find("#theme").click();
        assertThat(background()).isEqualTo(light);
    }

    @Test
    void onPaperThePageIsLight() {
        String light = colours();
        chromium.find("#theme").click();
        chromium.find("#theme").click();
        assertThat(chromium.find("#theme").getText()).isEqualTo("Theme: dark");
        assertThat(colours()).isNotEqualTo(light);
        chromium.onPaper();
        assertThat(colours()).isEqualTo(light);
        chromium.prefers("light");
        chromium.find("#theme").click();
    }

    @Test
    void onPaperTheWholeDiagramIsShownWhateverWasLookedAt() {
        toTheDiagram();
        chromium.find(".canvas").sendKeys("+", "+", Keys.ARROW_LEFT);
        String lookedAt = transform();
        chromium.onPaper();
        chromium.script("dispatchEvent(new Event('beforeprint'))");
        assertThat(chromium.script("""
                const paper = document.querySelector('.canvas').getBoundingClientRect();
                return [...document.querySelectorAll('.canvas .node')].map(node => node.getBoundingClientRect())
                    .every(box => box.left >= paper.left && box.right <= paper.right && box.bottom <= paper.bottom);""")).isEqualTo(true);
        chromium.script("dispatchEvent(new Event('afterprint'))");
        assertThat(transform()).isEqualTo(lookedAt);
        assertThat(chromium.find(".canvas").getDomAttribute("viewBox")).isNull();
    }

    private static String transform() {
        return chromium.find(".canvas > g").getDomAttribute("transform");
    }

    @Test
    void onAPhoneTheDiagramIsHigherThanWide() throws IOException {
        chromium.size(390, 844);
        chromium.open(write("phone.html", PlannedPages.large(1, 60)));
        toTheDiagram();
        assertThat(chromium.script("""
                const drawn = document.querySelector('.canvas > g').getBBox();
                return drawn.height > drawn.width""")).isEqualTo(true);
    }

    private static String colours() {
        return chromium.script(
                        "const style = getComputedStyle(document.body); return style.color + style.backgroundColor")
                .toString();
    }

    private static String background() {
        return String.valueOf(chromium.script("return getComputedStyle(document.body).backgroundColor"));
    }

    /** Under a second of work, and not of the clock: whatever else runs on the machine is not the page's fault. */
    @Test
    void fourHundredMigrationsOpenInASecond() throws IOException {
        String html = PlannedPages.large(400, 60);
        String large = write("large.html", html);
        assertThat(Files.size(folder.resolve("large.html"))).isLessThan(FIVE_MEGABYTES);
        assertThat(chromium.millisecondsOfWork(() -> chromium.open(large))).isLessThan(1000);
        assertThat(chromium.find("#shown").getText()).isEqualTo("All 400 shown");
    }

    @Test
    void sixtyTablesAreLaidOutApartFromEachOther() throws IOException {
        chromium.open(write("sixty.html", PlannedPages.large(1, 60)));
        toTheDiagram();
        assertThat(chromium.script("""
                const boxes = [...document.querySelectorAll('.canvas .node')].map(node => node.getBoundingClientRect());
                const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
                return boxes.length + ' ' + boxes.every((a, at) => boxes.slice(at + 1).every(b => apart(a, b)));""")).isEqualTo("60 true");
    }
}

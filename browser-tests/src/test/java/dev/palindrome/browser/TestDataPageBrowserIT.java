package dev.palindrome.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of what tests waited for, in the hands of whoever looks at it. Skipped where there is no browser. */
@Tag("browser")
class TestDataPageBrowserIT {

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static String page;

    @BeforeAll
    static void start() throws IOException {
        chromium = Chromium.start(folder.resolve("profile"));
        page = write("test-data.html", PlannedPages.testData());
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
        chromium.requests();
        chromium.open(page);
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(chromium.complaints()).isEmpty();
        assertThat(chromium.script("return window.broken")).isNull();
    }

    @Test
    void theSumIsTheFirstHeadingAndNothingIsLoaded() {
        assertThat(chromium.find("h1").getText()).isEqualTo("Tests waited 2.5 s for their data");
        assertThat(chromium.requests()).containsExactly(page);
    }

    @Test
    void onADesktopAClassIsALineOfATable() {
        assertThat(chromium.all("table[aria-labelledby=classes] tr").get(1).getText())
                .isEqualTo("UsersTest palindrome_users_test_dv7i8ripuwq5x1p1 made 2.3 s");
        assertThat(chromium.find("table[aria-labelledby=classes] thead").getText())
                .isEqualTo("Class Database Origin Time");
    }

    /** Nothing is beside what is seen, neither of the page nor within it, and each value says what it is. */
    @Test
    void onAPhoneNothingScrollsSideways() {
        for (int width : new int[] {390, 320}) {
            chromium.size(width, 844);
            assertThat(chromium.script("return document.documentElement.scrollWidth"))
                    .isEqualTo((long) width);
            assertThat(chromium.script("""
                    return [...document.querySelectorAll('main, main *')]
                        .filter(each => !each.closest('thead') && each.scrollWidth > each.clientWidth + 1
                            && getComputedStyle(each).display !== 'inline')
                        .map(each => each.outerHTML.slice(0, 80)).join('\\n')""")).isEqualTo("");
        }
        chromium.size(390, 844);
        assertThat(chromium.script("return document.querySelector('nav').scrollWidth"))
                .isEqualTo(chromium.script("return document.querySelector('nav').clientWidth"));
        assertThat(chromium.script("""
                return [...document.querySelectorAll('table[aria-labelledby=classes] tbody tr:first-child td')]
                    .map(cell => getComputedStyle(cell, '::before').content + ' ' + cell.textContent).join(', ')"""))
                .isEqualTo("\"Database\" palindrome_users_test_dv7i8ripuwq5x1p1, \"Origin\" made, \"Time\" 2.3 s");
    }

    @Test
    void onAPhoneAScreenReaderStillHearsTables() {
        chromium.size(390, 844);
        assertThat(chromium.all("tbody tr:first-child > *").stream()
                        .map(cell -> cell.getAriaRole())
                        .distinct())
                .containsExactly("rowheader", "cell");
        assertThat(chromium.landmarks()).doesNotHaveDuplicates();
        assertThat(chromium.all("table").stream().map(table -> table.getAccessibleName()))
                .containsExactly(
                        "Tests waited 2.5 s for their data",
                        "How classes came to their databases",
                        "The slowest tests because of their data",
                        "What tests left behind");
    }

    @Test
    void whereNothingWasDoneItSaysSo() throws IOException {
        chromium.open(write("none.html", PlannedPages.noTestData()));
        assertThat(chromium.find("h1").getText()).isEqualTo("No test waited for its data");
        assertThat(chromium.all("main section").get(1).getText())
                .isEqualTo("How classes came to their databases\nNone.");
    }
}

package dev.palindrome.engine.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PullProgressTest {

    private final List<String> said = new ArrayList<>();

    private final PullProgress progress = new PullProgress(said::add);

    @Test
    void addsUpTheLayersThatAreKnown() {
        progress.add("2022-latest", "Pulling from mssql/server", null, null);
        progress.add("a", "Pulling fs layer", null, null);
        progress.add("a", "Downloading", 12_000_000L, 100_000_000L);
        progress.add("b", "Downloading", 50_000_000L, 400_000_000L);
        progress.add("a", "Download complete", null, null);
        progress.add("a", "Extracting", 5L, 9L);
        progress.add("b", "Pull complete", null, null);
        assertThat(said)
                .containsExactly(
                        "12 of 100 MB",
                        "62 of 500 MB",
                        "150 of 500 MB",
                        "150 of 500 MB",
                        "500 MB are there and are unpacked");
    }
}

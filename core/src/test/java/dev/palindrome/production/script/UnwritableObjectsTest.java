package dev.palindrome.production.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.SchemaSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UnwritableObjectsTest {

    private static final int VIEWS = 200;

    /** However many go, and however long the chain is in which each needs another one. */
    @Test
    void readsEachTextOnce() {
        String chain = IntStream.range(0, VIEWS)
                .mapToObj(i -> "view [dbo].[v%03d] \"CREATE VIEW dbo.v%03d AS SELECT id FROM dbo.v%03d\"\n"
                        .formatted(i, i, i + 1))
                .collect(Collectors.joining());
        String encrypted = IntStream.range(0, VIEWS)
                .mapToObj(i -> "function [dbo].[f%03d] \"(encrypted)\"\n".formatted(i))
                .collect(Collectors.joining());
        SchemaSnapshot schema = SchemaSnapshot.parse(
                "palindrome schema 1\n" + chain + "view [dbo].[v" + VIEWS + "] \"(encrypted)\"\n" + encrypted);
        List<String> read = new ArrayList<>();
        Omissions omissions = new Omissions();

        List<?> left = new UnwritableObjects(schema.objects(), Set.of(), omissions, (text, of) -> {
                    read.add(text);
                    return NamesInText.of(text, of);
                })
                .without();

        assertThat(left).isEmpty();
        assertThat(omissions.sentences())
                .hasSize(2 * VIEWS + 1)
                .startsWith("view dbo.v000: it mentions view dbo.v001, which is left out");
        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(Stream.of(chain.split("\n"))
                        .map(line -> line.substring(line.indexOf('"') + 1, line.length() - 1))
                        .toList());
    }
}

package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptHeadTest {

    @Test
    void commentsOfAllKindsComeBeforeTheFirstStatement() {
        String script =
                "/* licence\n -- /* nested */ not a comment of its own\n*/\n-- one\r\nGO\n  -- two\nDROP TABLE t;\n-- three";

        assertThat(ScriptHead.of(script).comments())
                .extracting(comment -> comment.line() + ": " + comment.text())
                .containsExactly("4: -- one", "6: -- two");
    }

    @Test
    void aScriptOfCommentsAndSeparatorsHasNoStatement() {
        assertThat(ScriptHead.of("/* nothing */\n-- to do\nGO\ngo -- again\n;\n")
                        .isWholeScript())
                .isTrue();
        assertThat(ScriptHead.of("").isWholeScript()).isTrue();
        assertThat(ScriptHead.of("/* never closed").isWholeScript()).isTrue();
        assertThat(ScriptHead.of("-- why\nGOTO done").isWholeScript()).isFalse();
        assertThat(ScriptHead.of("GO\nSELECT 1").isWholeScript()).isFalse();
        assertThat(ScriptHead.of("GO;").isWholeScript()).isFalse();
        assertThat(ScriptHead.of("GO 5").isWholeScript()).isFalse();
    }
}

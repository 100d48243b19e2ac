package dev.palindrome.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.LittleStack;
import dev.palindrome.migration.UndoDeclarations.Allowance;
import dev.palindrome.migration.UndoDeclarations.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UndoDeclarationsTest {

    @Test
    void aScriptMayDeclareThatThereIsNoWayBack() {
        assertThat(UndoDeclarations.of("U3.sql", "/* licence */\n-- palindrome: irreversible hashes only\n"))
                .isEqualTo(new UndoDeclarations(Optional.of("hashes only"), List.of(), List.of()));
    }

    @Test
    void aScriptMayDeclareSeveralLosses() {
        String script = """
                        -- palindrome: loses [dbo].[users].[phone] nobody calls
                        --palindrome:loses comments written by machines
                        ALTER TABLE dbo.users DROP COLUMN phone;
                        -- palindrome: loses too late
                        """;

        assertThat(UndoDeclarations.of("U3.sql", script))
                .isEqualTo(new UndoDeclarations(
                        Optional.empty(),
                        List.of(
                                new Loss(List.of("dbo", "users", "phone"), "nobody calls"),
                                new Loss(List.of("comments"), "written by machines")),
                        List.of()));
    }

    @Test
    void otherCommentsDeclareNothing() {
        assertThat(UndoDeclarations.of("U3.sql", "-- irreversible\nDROP TABLE t"))
                .isEqualTo(UndoDeclarations.NONE);
    }

    @Test
    void misspeltDeclarationsAreRefused() {
        assertThatThrownBy(() -> UndoDeclarations.of("U3.sql", "\n-- palindrome: irreversable hashes only"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("U3.sql, line 2: there is no declaration \"irreversable\". There are \"irreversible"
                        + " <reason>\", \"loses <schema>.<table>[.<column>] <reason>\" and \"allow <code> <reason>\".");
    }

    @Test
    void declarationsWithoutAReasonAreRefused() {
        assertThatThrownBy(() -> UndoDeclarations.of("U3.sql", "-- palindrome: irreversible"))
                .hasMessage("U3.sql, line 1: the declaration needs a reason behind it, for whoever reads it next.");
        assertThatThrownBy(() -> UndoDeclarations.of("U3.sql", "-- palindrome: loses dbo.users"))
                .hasMessage("U3.sql, line 1: the declaration needs a reason behind it, for whoever reads it next.");
    }

    @Test
    void aLossHasAtMostThreeParts() {
        assertThatThrownBy(() -> UndoDeclarations.of("U3.sql", "-- palindrome: loses a.b.c.d gone"))
                .hasMessage(
                        "U3.sql, line 1: \"a.b.c.d gone\" is not of the form <schema>.<table>[.<column>] <reason>. A name with a"
                                + " blank, a dot or a bracket in it stands in brackets.");
    }

    @Test
    void namesMayStandInBracketsAndQuotes() {
        assertThat(UndoDeclarations.of(
                                "U3.sql",
                                "-- palindrome: loses [my schema].[my.odd]]table].\"a \"\"column\" [so] what\n")
                        .losses())
                .containsExactly(new Loss(List.of("my schema", "my.odd]table", "a \"column"), "[so] what"))
                .first()
                .hasToString("[my schema].[my.odd]]table].[a \"column] ([so] what)");
    }

    @Test
    void aNameThatDoesNotEndIsRefused() {
        assertThatThrownBy(() -> UndoDeclarations.of("U3.sql", "-- palindrome: loses [my table gone"))
                .isInstanceOf(MigrationException.class)
                .hasMessageStartingWith("U3.sql, line 1: \"[my table gone\" is not of the form ");
        assertThatThrownBy(() -> UndoDeclarations.of("U3.sql", "-- palindrome: loses [my]table gone"))
                .hasMessageStartingWith("U3.sql, line 1: \"[my]table gone\" is not of the form ");
    }

    @Test
    void namesAndReasonsMayBeLong() {
        String name = "a]]".repeat(LittleStack.MEGABYTE / 3);
        String reason = "b ".repeat(LittleStack.MEGABYTE / 2) + "c";

        assertThat(LittleStack.run(
                        () -> UndoDeclarations.of("U3.sql", "-- palindrome: loses dbo.[" + name + "] " + reason)))
                .isEqualTo(new UndoDeclarations(
                        Optional.empty(),
                        List.of(new Loss(List.of("dbo", name.replace("]]", "]")), reason)),
                        List.of()));
    }

    @Test
    void allowancesAreReadWhateverIsWrongWithThem() {
        assertThat(UndoDeclarations.of(
                                "U3.sql",
                                "-- palindrome: allow PAL012  nobody is called so\n-- palindrome: allow PAL013\n--palindrome:allow")
                        .allowances())
                .containsExactly(
                        new Allowance("PAL012", "nobody is called so", 1),
                        new Allowance("PAL013", "", 2),
                        new Allowance("", "", 3));
    }

    @Test
    void whatIsWrongIsToldAndTheRestRead() {
        List<String> problems = new ArrayList<>();

        UndoDeclarations declarations = UndoDeclarations.of(
                "U3.sql",
                "-- palindrome: looses users\n-- palindrome: loses users gone\n-- palindrome: irreversible",
                problem -> problems.add(problem.getMessage()));

        assertThat(declarations)
                .isEqualTo(
                        new UndoDeclarations(Optional.empty(), List.of(new Loss(List.of("users"), "gone")), List.of()));
        assertThat(problems).hasSize(2).last().asString().startsWith("U3.sql, line 3: the declaration needs a reason");
    }
}

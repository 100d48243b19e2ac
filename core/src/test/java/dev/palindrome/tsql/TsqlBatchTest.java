package dev.palindrome.tsql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TsqlBatchTest {

    @Test
    void goSplitsInAnyCaseIndentedAndWithAComment() {
        assertThat(batches("GO\nSELECT 1\ngo -- end\nSELECT 2\r\n\t  Go  \r\nSELECT 4\ngO", GoCount.UNKNOWN))
                .containsExactly(
                        new Batch("\nSELECT 1\n", 1, 1),
                        new Batch(" -- end\nSELECT 2\r\n\t  ", 3, 1),
                        new Batch("  \r\nSELECT 4\n", 5, 1));
    }

    @Test
    void aCountBehindGoRepeatsWhatPalindromeSends() {
        assertThat(batches("SELECT 1\nGO 3\nSELECT 2\nGO\t2 -- twice\nSELECT 3\nGO 0\nGO 5", GoCount.REPEATS))
                .containsExactly(new Batch("SELECT 1\n", 1, 3), new Batch("\nSELECT 2\n", 2, 2));
    }

    @Test
    void aCountBehindGoBelongsToTheNextBatchWhereFlywaySends() {
        assertThat(batches("SELECT 1\nGO 3\nSELECT 2", GoCount.UNKNOWN))
                .containsExactly(new Batch("SELECT 1\n", 1, 1), new Batch(" 3\nSELECT 2", 2, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1\nGO;\nSELECT 2",
                "SELECT 1\nGO--x\nSELECT 2",
                "SELECT 1\nGO/* x */\nSELECT 2",
                "SELECT 1\nGOTO x",
                "SELECT 1 FROM LOGO\nSELECT 2",
                "SELECT [GO ], [a\nGO\n]",
                "SELECT \"a\nGO\n\"",
                "SELECT 'a\nGO\n', N'it''s\nGO\n'",
                "SELECT 1 /* /* x */\nGO\n*/ + 1",
                "SELECT 1 -- it's\n-- GO\n",
                "SELECT (\nGO\n)",
                "BEGIN\nGO\nEND",
                "SELECT dbo.go , \"dbo\".go , go.a",
                "SELECT 1 AS [go] -- never closed: '\n, 'GO\nGO"
            })
    void otherThingsAreNoSeparator(String script) {
        assertThat(batches(script, GoCount.UNKNOWN)).containsExactly(new Batch(script, 1, 1));
        assertThat(batches(script, GoCount.REPEATS)).containsExactly(new Batch(script, 1, 1));
    }

    /** So does Flyway, whatever SQL Server's own tools do. */
    @ParameterizedTest
    @ValueSource(strings = {"SELECT 1 GO SELECT 2", "SELECT 1 [x]GO\nSELECT 2", "SELECT 1 [dbo].GO SELECT 2"})
    void goNeedNotStandAtTheBeginningOfItsLine(String script) {
        assertThat(batches(script, GoCount.UNKNOWN)).hasSize(2);
    }

    @Test
    void transactionsAndTheLikeAreNoBlocks() {
        assertThat(batches(
                        "BEGIN TRAN\nGO\nBEGIN /* x */ TRANSACTION\nGO\nBEGIN DISTRIBUTED TRAN\nGO\n"
                                + "BEGIN TRY SELECT 1 END TRY BEGIN CATCH SELECT 2 END CATCH\nGO\nSELECT 3",
                        GoCount.UNKNOWN))
                .hasSize(5);
    }

    @Test
    void batchesOfCommentsAloneAreLeftOut() {
        assertThat(batches("-- nothing\nGO\n/* here */\nGO\n", GoCount.UNKNOWN)).isEmpty();
    }

    @Test
    void aBatchKnowsTheLineThatItIsSentFrom() {
        assertThat(TsqlBatch.split("\n\nSELECT 1\nGO -- x\nSELECT 2\nGO\n\n/* y */\nSELECT 3", GoCount.UNKNOWN))
                .extracting(TsqlBatch::firstLine)
                .containsExactly(3, 4, 8);
    }

    @Test
    void tokensKnowTheirPlaceInTheScript() {
        List<TsqlBatch> batches = TsqlBatch.split("SELECT 1\nGO\nSELECT 2", GoCount.UNKNOWN);

        assertThat(batches.get(1).tokens())
                .extracting(Token::text, Token::start, Token::line, Token::newlines)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("SELECT", 12, 3, 1),
                        org.assertj.core.groups.Tuple.tuple("2", 19, 3, 0),
                        org.assertj.core.groups.Tuple.tuple("", 20, 3, 0));
    }

    private record Batch(String text, int line, int repeat) {}

    private static List<Batch> batches(String script, GoCount count) {
        return TsqlBatch.split(script, count).stream()
                .map(batch -> new Batch(batch.text(), batch.line(), batch.repeat()))
                .toList();
    }
}

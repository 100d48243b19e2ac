package dev.palindrome.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.SchemaSnapshot;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SchemaChangeLinesTest {

    private static final String BEFORE = """
            table [dbo].[gone]
              column [id] INT NOT NULL
            table [dbo].[same]
              column [id] INT NOT NULL
            table [dbo].[users]
              column [id] INT NOT NULL
              column [name] NVARCHAR(50) NOT NULL
              column [fax] VARCHAR(20) NULL
              check ([id] > 0)
            """;

    private static final String AFTER = """
            table [dbo].[new]
              column [id] INT NOT NULL
            table [dbo].[same]
              column [id] INT NOT NULL
            table [dbo].[users]
              column [id] INT NOT NULL
              column [name] NVARCHAR(100) NOT NULL
              column [mail] VARCHAR(20) NULL
              check ([id] > 0)
            """;

    @Test
    void onlyWhatChangedIsShown() {
        assertThat(text(SchemaChangeLines.between(schema(BEFORE), schema(AFTER))))
                .isEqualTo("""
                - table [dbo].[gone]
                -   column [id] INT NOT NULL
                  table [dbo].[users]
                -   column [name] NVARCHAR(50) NOT NULL
                +   column [name] NVARCHAR(100) NOT NULL
                -   column [fax] VARCHAR(20) NULL
                +   column [mail] VARCHAR(20) NULL
                + table [dbo].[new]
                +   column [id] INT NOT NULL""");
    }

    @Test
    void nothingChanged() {
        assertThat(SchemaChangeLines.between(schema(BEFORE), schema(BEFORE))).isEmpty();
    }

    @Test
    void theOrderOfColumnsIsAChange() {
        assertThat(text(SchemaChangeLines.between(
                        schema("table [dbo].[t]\n  column [a] INT NULL\n  column [b] INT NULL\n"),
                        schema("table [dbo].[t]\n  column [b] INT NULL\n  column [a] INT NULL\n"))))
                .isEqualTo("""
                          table [dbo].[t]
                        -   columns in this order: a, b
                        +   columns in this order: b, a""");
    }

    @Test
    void aModuleIsComparedLineByLine() {
        assertThat(text(SchemaChangeLines.between(
                        schema("view [dbo].[v] \"CREATE VIEW dbo.v AS\\nSELECT 1 AS a,\\n2 AS b\"\n"),
                        schema("view [dbo].[v] \"CREATE VIEW dbo.v AS\\nSELECT 1 AS a,\\n3 AS b\"\n"))))
                .isEqualTo("""
                          view [dbo].[v]
                            CREATE VIEW dbo.v AS
                            SELECT 1 AS a,
                        -   2 AS b
                        +   3 AS b""");
    }

    @Test
    void whatAnUndoLeftIsHeldAgainstWhatIsExpected() {
        assertThat(text(UndoLeftLines.of(schema(BEFORE).diff(schema(AFTER))))).isEqualTo("""
                - table [dbo].[gone]
                -   column [id] INT NOT NULL
                + table [dbo].[new]
                +   column [id] INT NOT NULL
                  table [dbo].[users]
                -   column [fax] VARCHAR(20) NULL
                +   column [mail] VARCHAR(20) NULL
                -   column [name] NVARCHAR(50) NOT NULL
                +   column [name] NVARCHAR(100) NOT NULL""");
    }

    private static SchemaSnapshot schema(String lines) {
        return SchemaSnapshot.parse("palindrome schema 1\n" + lines);
    }

    private static String text(List<DiffLine> lines) {
        return lines.stream().map(line -> line.sign() + " " + line.text()).collect(Collectors.joining("\n"));
    }
}

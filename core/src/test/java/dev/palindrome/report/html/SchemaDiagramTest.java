package dev.palindrome.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.roundtrip.PlannedTrip;
import dev.palindrome.roundtrip.RoundTrip;
import dev.palindrome.roundtrip.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaDiagramTest {

    private static final String USERS = """
            table [dbo].[users]
              column [id] INT NOT NULL
              column [name] NVARCHAR(50) NULL
              primary key [pk_users] ([id])
            """;

    private static final String NOTES = USERS + """
            table [dbo].[notes]
              column [user_id] INT NOT NULL
              column [twice] AS ([user_id]*(2))
              foreign key [fk_notes] ([user_id]) REFERENCES [dbo].[users]([id])
            """;

    @Test
    void tablesWithTheirKeysAndWhoChangedThem() {
        assertThat(json(
                        trip("1", "users", "", USERS, "dbo.old"),
                        trip("2", "notes", USERS, NOTES, "dbo.users"),
                        PlannedTrip.of("3", "later", Verdict.NOT_REACHED).made()))
                .contains("""
                        {"migrations":[\
                        {"id":"v1","name":"V1 users","verdict":"REVERSIBLE","mark":"passes"},\
                        {"id":"v2","name":"V2 notes","verdict":"REVERSIBLE","mark":"passes"},\
                        {"id":"v3","name":"V3 later","verdict":"NOT_REACHED","mark":"fails"}],\
                        "tables":[\
                        {"name":"dbo.notes","columns":[\
                        {"name":"user_id","type":"INT","foreign":true},{"name":"twice","type":"computed NULL"}],\
                        "references":[{"table":1,"columns":"user_id","to":"id"}],"changed":[1],"touched":[]},\
                        {"name":"dbo.users","columns":[\
                        {"name":"id","type":"INT","primary":true},{"name":"name","type":"NVARCHAR(50) NULL"}],\
                        "references":[],"changed":[0],"touched":[1]}]}""");
    }

    @Test
    void withoutTablesThereIsNoDiagram() {
        assertThat(json(PlannedTrip.of("1", "users", Verdict.MIGRATION_FAILED).made()))
                .isEmpty();
        assertThat(json(trip("1", "users", USERS, "", "dbo.users"))).isEmpty();
    }

    private static Optional<String> json(RoundTrip... trips) {
        List<RoundTrip> all = List.of(trips);
        return SchemaDiagram.of(all, MigrationAnchors.of(all)).map(SchemaDiagram::json);
    }

    private static RoundTrip trip(String version, String description, String before, String after, String rows) {
        return PlannedTrip.of(version, description, Verdict.REVERSIBLE)
                .resting("x", "y", before, after, rows, 3)
                .made();
    }
}

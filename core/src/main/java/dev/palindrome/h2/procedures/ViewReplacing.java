package dev.palindrome.h2.procedures;

import dev.palindrome.h2.procedures.object.DependentViews;
import dev.palindrome.h2.procedures.object.H2Comment;
import dev.palindrome.h2.procedures.object.H2Table;
import dev.palindrome.h2.procedures.object.H2View;
import dev.palindrome.h2.procedures.object.TsqlError;
import dev.palindrome.sql.BracketedName;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.tsql.Lexer;
import dev.palindrome.tsql.NeedsSqlServerException;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import dev.palindrome.tsql.TokenReader;
import dev.palindrome.tsql.TranslatedScript;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** ALTER VIEW: another query under the same name, without the indexes that the view had (Microsoft: alter-view). */
final class ViewReplacing {

    private final H2Table view;

    ViewReplacing(H2Table view) {
        this.view = view;
    }

    void replace(Recorded recorded, String query) throws SQLException {
        requireView();
        DependentViews others = DependentViews.of(view);
        TableDropping.refuse("ALTER", view, others.bound());
        Recorded after = H2Comment.find(view.connection(), "TABLE", view.schema(), view.name())
                .map(before -> recorded.keeping(before.recorded()))
                .orElse(recorded);
        for (RecordedObject index : RecordedParts.of(view).all(Kind.INDEX, Kind.FULL_TEXT_INDEX)) {
            new ObjectRecording(view.connection()).remove(index);
        }
        others.aside(() -> view.execute(
                "CREATE OR REPLACE VIEW " + view.h2() + " COMMENT " + SqlLiteral.h2(after.text()) + query));
    }

    /** Whether it is there or may be made: names are those of tables and modules, too. */
    void requireView() throws SQLException {
        if (!view.isView() && new SchemaRules(view).isTaken(view.name())) {
            throw ObjectRecording.incompatible(view.schema() + "." + view.name());
        }
    }

    /**
     * sp_refreshview: the text is read once more, so that {@code SELECT *} is what it is by now. All else stays (Microsoft:
     * sp-refreshview-transact-sql).
     */
    void refresh() throws SQLException {
        Recorded before = H2Comment.find(view.connection(), "TABLE", view.schema(), view.name())
                .map(H2Comment::recorded)
                .orElse(Recorded.nothing());
        Optional<String> text = before.get(Fact.DEFINITION)
                .filter(known -> H2View.ofText(view.schema(), view.name(), known)
                        .boundTo()
                        .isEmpty());
        if (text.isEmpty()) {
            view.execute("ALTER VIEW " + view.h2() + " RECOMPILE");
            return;
        }
        List<RecordedObject> indexes = RecordedParts.of(view).all(Kind.INDEX, Kind.FULL_TEXT_INDEX);
        SqlRunner.on(view.connection()).run(translated(text.get()));
        H2Comment.write(view.connection(), "VIEW " + view.h2(), before);
        for (RecordedObject index : indexes) {
            new ObjectRecording(view.connection()).put(index);
        }
    }

    private List<String> translated(String definition) throws SQLException {
        TokenReader reader = new TokenReader(Lexer.tokens(definition, 1));
        while (!reader.accept("VIEW")) {
            reader.next();
        }
        List<String> name = reader.nameParts();
        String known = name.get(name.size() - 1);
        if (!known.equalsIgnoreCase(view.name())) {
            throw TsqlError.of(208, "Invalid object name '" + known + "'.");
        }
        String alter = "ALTER VIEW " + BracketedName.of(List.of(view.schema(), view.name())) + " "
                + definition.substring(reader.peek().start());
        try {
            return TranslatedScript.rewrite("sp_refreshview", alter).h2Statements();
        } catch (NeedsSqlServerException e) {
            throw TsqlError.needsSqlServer(e.getMessage());
        }
    }
}

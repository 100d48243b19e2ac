package dev.palindrome.h2.procedures;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.RecordedObject;
import dev.palindrome.tsql.RecordedObject.Kind;
import java.sql.SQLException;

/** ALTER VIEW: another query under the same name, without the indexes that the view had (Microsoft: alter-view). */
final class ViewReplacing {

    private final H2Table view;

    ViewReplacing(H2Table view) {
        this.view = view;
    }

    void replace(Recorded recorded, String query) throws SQLException {
        Recorded after = H2Comment.find(view.connection(), "TABLE", view.schema(), view.name())
                .map(before -> recorded.keeping(before.recorded()))
                .orElse(recorded);
        for (RecordedObject index : RecordedParts.of(view).all(Kind.INDEX, Kind.FULL_TEXT_INDEX)) {
            new ObjectRecording(view.connection()).remove(index);
        }
        view.execute("CREATE OR REPLACE VIEW " + view.h2() + " COMMENT " + SqlLiteral.h2(after.text()) + query);
    }
}

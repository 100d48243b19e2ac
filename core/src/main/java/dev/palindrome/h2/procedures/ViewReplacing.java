package dev.palindrome.h2.procedures;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Recorded;
import java.sql.SQLException;

/** ALTER VIEW: another query under the same name. */
final class ViewReplacing {

    private final H2Table view;

    ViewReplacing(H2Table view) {
        this.view = view;
    }

    void replace(Recorded recorded, String query) throws SQLException {
        Recorded after = H2Comment.find(view.connection(), "TABLE", view.schema(), view.name())
                .map(before -> recorded.keeping(before.recorded()))
                .orElse(recorded);
        view.execute("CREATE OR REPLACE VIEW " + view.h2() + " COMMENT " + SqlLiteral.h2(after.text()) + query);
    }
}

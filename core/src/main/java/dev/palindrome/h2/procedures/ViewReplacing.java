package dev.palindrome.h2.procedures;

import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.tsql.Recorded;
import dev.palindrome.tsql.Recorded.Fact;
import java.sql.SQLException;
import java.util.Optional;

/** ALTER VIEW: another query under the same name. */
final class ViewReplacing {

    private final H2Table view;

    ViewReplacing(H2Table view) {
        this.view = view;
    }

    void replace(Recorded recorded, String query) throws SQLException {
        Optional<String> properties = H2Comment.find(view.connection(), "TABLE", view.schema(), view.name())
                .flatMap(before -> before.recorded().get(Fact.PROPERTIES));
        Recorded after =
                properties.map(text -> recorded.with(Fact.PROPERTIES, text)).orElse(recorded);
        view.execute("CREATE OR REPLACE VIEW " + view.h2() + " COMMENT " + SqlLiteral.h2(after.text()) + query);
    }
}

package dev.palindrome.h2.procedures;

import dev.palindrome.h2.procedures.object.BoundModules;
import dev.palindrome.h2.procedures.object.DependentViews;
import dev.palindrome.h2.procedures.object.H2Table;
import java.sql.SQLException;

/** DROP VIEW as SQL Server does it: other views on it stay, and are of no use until it is there again. */
final class ViewDropping {

    private final H2Table view;

    ViewDropping(H2Table view) {
        this.view = view;
    }

    void drop(boolean ifExists) throws SQLException {
        TableDropping.refuse("DROP VIEW", view, BoundModules.to(view));
        dropView(ifExists);
        ObjectRecording.removeWith(view);
    }

    private void dropView(boolean ifExists) throws SQLException {
        String drop = "DROP VIEW " + (ifExists ? "IF EXISTS " : "") + view.h2() + " RESTRICT";
        try {
            view.execute(drop);
        } catch (SQLException e) {
            if (!DependentViews.isNeeded(e)) {
                throw e;
            }
            DependentViews others = DependentViews.of(view);
            TableDropping.refuse("DROP VIEW", view, others.bound());
            others.aside(() -> view.execute(drop));
        }
    }
}

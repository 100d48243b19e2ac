package dev.palindrome.h2.procedures;

import dev.palindrome.sql.QuotedName;
import dev.palindrome.tsql.RecordedObject;
import java.sql.SQLException;
import java.util.List;

/** Renames a view. As on SQL Server its text keeps the old name, and views on it wait for that. */
final class ViewRenaming {

    private final H2Table view;

    ViewRenaming(H2Table view) {
        this.view = view;
    }

    void rename(String newName) throws SQLException {
        List<RecordedObject> belonging = new ObjectRecording(view.connection()).belongingTo(view);
        DependentViews others = DependentViews.of(view, newName);
        if (!others.bound().isEmpty()) {
            throw TableRenaming.enforced(view.name());
        }
        others.aside(() -> RenameSteps.run(
                view.name(),
                newName,
                (from, to) -> view.execute(
                        "ALTER VIEW " + QuotedName.of(view.schema(), from) + " RENAME TO " + QuotedName.of(to))));
        ObjectRecording.moveTo(new H2Table(view.connection(), view.schema(), newName), belonging);
    }
}

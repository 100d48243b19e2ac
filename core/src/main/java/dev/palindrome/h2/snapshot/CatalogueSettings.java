package dev.palindrome.h2.snapshot;

import dev.palindrome.h2.session.H2Session;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.h2.engine.Database;
import org.h2.engine.DbObject;
import org.h2.engine.Setting;

/**
 * Which settings H2's catalogue holds. SQL can add one, but not take it out again.
 *
 * @param names as H2 writes them
 */
record CatalogueSettings(Set<String> names) {

    static CatalogueSettings of(Database engine) {
        return new CatalogueSettings(
                engine.getAllSettings().stream().map(DbObject::getName).collect(Collectors.toSet()));
    }

    /** Takes out what was added since. What such a setting does is a matter of {@link EngineOptions}. */
    void forgetOthers(H2Session session) throws SQLException {
        Database engine = session.engine();
        List<Setting> added = engine.getAllSettings().stream()
                .filter(setting -> !names.contains(setting.getName()))
                .toList();
        session.run(work -> added.forEach(setting -> engine.removeDatabaseObject(work, setting)));
    }
}

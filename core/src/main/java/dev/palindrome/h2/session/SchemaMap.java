package dev.palindrome.h2.session;

import java.lang.reflect.Field;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.engine.Database;
import org.h2.schema.Schema;

/**
 * The names under which H2 finds its schemas. With CASE_INSENSITIVE_IDENTIFIERS it finds everything whatever its capitals, but
 * for schemas, whose map alone is made without that setting. Here they get the map that all others have.
 */
public final class SchemaMap {

    private SchemaMap() {}

    /**
     * Lets schemas be found whatever their capitals, as long as the database is open.
     *
     * @throws LinkageError if H2's inside, or Java, is another one
     */
    public static void ignoreCase(Connection connection) throws SQLException {
        Database engine = H2Session.of(connection).engine();
        ConcurrentHashMap<String, Schema> folded = engine.newConcurrentStringMap();
        engine.getAllSchemas().forEach(schema -> folded.put(schema.getName(), schema));
        try {
            Field schemas = Database.class.getDeclaredField("schemas");
            schemas.setAccessible(true);
            schemas.set(engine, folded);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new LinkageError("H2's map of schemas is out of reach.", e);
        }
    }
}

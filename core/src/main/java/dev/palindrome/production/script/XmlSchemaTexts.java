package dev.palindrome.production.script;

import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.Property;
import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaObject;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.sql.SqlLiteral;
import dev.palindrome.sql.SqlRunner;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Texts of collections of XML schemas. A snapshot has what SQL Server tells of their components, to compare them by; the
 * text is asked for here, since nothing but a script needs it.
 */
public final class XmlSchemaTexts {

    private XmlSchemaTexts() {}

    public static SchemaSnapshot putInto(SchemaSnapshot schema, DataSource database) {
        if (schema.objects(ObjectKind.XML_SCHEMA_COLLECTION).stream().allMatch(XmlSchemaTexts::hasText)) {
            return schema;
        }
        try (Connection connection = database.getConnection()) {
            List<SchemaObject> objects = new ArrayList<>();
            for (SchemaObject object : schema.objects()) {
                objects.add(object.kind() == ObjectKind.XML_SCHEMA_COLLECTION ? withText(object, connection) : object);
            }
            return SchemaSnapshot.of(objects, schema.notCompared());
        } catch (SQLException e) {
            throw new SchemaException("The XML schemas cannot be read: " + e.getMessage(), e);
        }
    }

    private static boolean hasText(SchemaObject collection) {
        return collection
                .get(Property.DEFINITION)
                .filter(text -> text.strip().startsWith("<"))
                .isPresent();
    }

    /** Microsoft: xml-schema-namespace. */
    private static SchemaObject withText(SchemaObject collection, Connection connection) throws SQLException {
        if (hasText(collection)) {
            return collection;
        }
        Optional<String> text = SqlRunner.on(connection)
                .query("SELECT CAST(XML_SCHEMA_NAMESPACE("
                        + SqlLiteral.of(collection.name().get(0)) + ", " + SqlLiteral.of(collection.simpleName())
                        + ") AS nvarchar(max))")
                .first(row -> row.getString(1));
        return text.map(known -> ObjectWords.with(collection, Property.DEFINITION, known))
                .orElse(collection);
    }
}

package dev.palindrome.production;

import dev.palindrome.production.drift.ComparedSchemas;
import dev.palindrome.production.drift.DriftText;
import dev.palindrome.schema.Difference;
import dev.palindrome.schema.NotCompared;
import dev.palindrome.schema.ObjectKind;
import dev.palindrome.schema.SchemaDiff;
import dev.palindrome.schema.SchemaException;
import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.settings.Settings;
import java.util.List;

/**
 * How a database that runs somewhere has drifted away from what its migrations make. Immutable: what shall not count is left
 * out by another one.
 *
 * <pre>{@code
 * SchemaDrift.between(SchemaSnapshot.of(production), database.schema())
 *         .leavingOut(DriftAspect.PRINCIPALS, "the DBAs grant")
 *         .assertNone();
 * }</pre>
 */
public final class SchemaDrift {

    private final ComparedSchemas schemas;

    private SchemaDrift(ComparedSchemas schemas) {
        this.schemas = schemas;
    }

    /**
     * Holds two schemas against each other. Both should come from the same engine: SQL Server and the embedded engine keep
     * expressions in different words.
     *
     * @param production as it is, such as {@link SchemaSnapshot#of(javax.sql.DataSource)} reads it
     * @param migrations as the migrations make it, such as {@code TestDatabase.schema()}
     * @return what differs
     */
    public static SchemaDrift between(SchemaSnapshot production, SchemaSnapshot migrations) {
        return new SchemaDrift(ComparedSchemas.of(production, migrations));
    }

    /**
     * The same without what is not the migrations' business.
     *
     * @param aspect such as {@link DriftAspect#PRINCIPALS}
     * @param reason why, in words for whoever reads the result
     * @return another one
     */
    public SchemaDrift leavingOut(DriftAspect aspect, String reason) {
        return new SchemaDrift(schemas.without(aspect, reason));
    }

    /**
     * The same without all of a kind.
     *
     * @param kind objects that stand on their own, or parts of others
     * @param reason why, in words for whoever reads the result
     * @return another one
     */
    public SchemaDrift leavingOut(ObjectKind kind, String reason) {
        return new SchemaDrift(schemas.without(kind, reason));
    }

    /**
     * The same without one object, such as a table that another program makes.
     *
     * @param object its name, such as {@code dbo.audit_log}. One without a schema is that of an object in {@code dbo}, or,
     *     where {@code dbo} has none of that name, of what is in no schema, such as a role
     * @param reason why, in words for whoever reads the result
     * @return another one
     * @throws IllegalArgumentException if neither production nor the migrations have an object of that name
     */
    public SchemaDrift leavingOut(String object, String reason) {
        return new SchemaDrift(schemas.without(object, reason));
    }

    /**
     * Whether there is none.
     *
     * @return true if production is what the migrations make, as far as it was compared
     */
    public boolean isEmpty() {
        return schemas.diff().isEmpty();
    }

    /**
     * What production has and the migrations do not make.
     *
     * @return objects and parts of objects
     */
    public List<Difference> onlyInProduction() {
        return schemas.differences(Difference.Extra.class::isInstance);
    }

    /**
     * What the migrations make and production does not have.
     *
     * @return objects and parts of objects
     */
    public List<Difference> onlyInTheMigrations() {
        return schemas.differences(Difference.Missing.class::isInstance);
    }

    /**
     * What both have and is not the same.
     *
     * @return with what the migrations make as expected, and production as actual
     */
    public List<Difference> differing() {
        return schemas.differences(
                difference -> !(difference instanceof Difference.Extra) && !(difference instanceof Difference.Missing));
    }

    /**
     * All of it: what the migrations make is expected, production is actual.
     *
     * @return differences, and what was not compared
     */
    public SchemaDiff diff() {
        return schemas.diff();
    }

    /**
     * The draft of a migration that brings what the migrations make to what production is, for a person to review. What is to
     * be kept of what only the migrations have must be taken out of it, and production, where all of it is true already,
     * has to be told that it is applied.
     *
     * @return T-SQL; empty if there is nothing to do
     */
    public String draft() {
        return schemas.draft();
    }

    /**
     * Fails if there is drift.
     *
     * @throws SchemaDriftError if production is not what the migrations make; the message has all of it, and the draft
     * @throws SchemaException if something is not compared and {@code palindrome.not-compared} is {@code fail}
     */
    public void assertNone() {
        NotCompared.check(diff().notCompared(), Settings.system());
        if (!isEmpty()) {
            throw new SchemaDriftError(this);
        }
    }

    /** What differs, one line for each thing, by where it is. */
    @Override
    public String toString() {
        return DriftText.of(this.onlyInProduction(), onlyInTheMigrations(), differing(), schemas.notes());
    }
}

package dev.palindrome.database.h2;

import dev.palindrome.database.Database;
import dev.palindrome.database.TemplateKey;
import dev.palindrome.database.template.Template;
import dev.palindrome.database.template.TemplateMaker;
import dev.palindrome.sql.SqlRunner;
import dev.palindrome.text.VisibleLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Templates of databases in memory, in memory themselves: they end with this JVM. */
final class H2Templates implements TemplateMaker {

    private static final VisibleLog LOG = VisibleLog.of(H2Templates.class);

    /** How much of the memory that this JVM may take the templates may have. */
    private static final int SHARE = 8;

    /** What a row's text takes, roughly: a template that would not find room is not even tried. */
    private static final int BYTES_PER_ROW = 100;

    private final long room;

    H2Templates() {
        this(Runtime.getRuntime().maxMemory() / SHARE);
    }

    H2Templates(long room) {
        this.room = room;
    }

    @Override
    public Optional<Template> take(Database filled, TemplateKey key) {
        try {
            long rows = rows(filled);
            if (rows * BYTES_PER_ROW > room) {
                LOG.info(
                        "{} has {} rows, too many for a copy of them in memory: every class that wants the same makes it anew."
                                + " A JVM with more memory (-Xmx) would keep them.",
                        filled,
                        rows);
                return Optional.empty();
            }
            return Optional.of(H2Template.of((H2Database) filled));
        } catch (SQLException e) {
            LOG.info("{} does not become a template: {}", filled, e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Optional<Template> left(TemplateKey key) {
        return Optional.empty();
    }

    @Override
    public Hold hold(TemplateKey key) {
        return Hold.ALONE;
    }

    @Override
    public long room() {
        return room;
    }

    private static long rows(Database database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            return SqlRunner.on(connection)
                    .query("SELECT COALESCE(SUM(ROW_COUNT_ESTIMATE), 0) FROM INFORMATION_SCHEMA.TABLES"
                            + " WHERE TABLE_TYPE = 'BASE TABLE' AND TABLE_SCHEMA <> 'INFORMATION_SCHEMA'")
                    .number();
        }
    }
}

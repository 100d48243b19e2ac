package dev.palindrome.production;

import dev.palindrome.database.StartingPoint;
import dev.palindrome.error.PalindromeException;
import dev.palindrome.production.legacy.LegacyText;
import dev.palindrome.production.legacy.ScriptBytes;
import dev.palindrome.production.legacy.SqlcmdText;
import dev.palindrome.sql.Sha256;
import dev.palindrome.text.VisibleLog;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A script that makes a database as it is somewhere else, as SQL Server Management Studio, mssql-scripter or sqlpackage
 * write it, or as somebody has written it by hand. What it makes of the server, and of the original database as a whole, is
 * left out, because the test's own database takes the place of that one.
 */
public final class LegacyScript {

    private static final VisibleLog LOG = VisibleLog.of(LegacyScript.class);

    /** Each test class asks for its script, and taking a megabyte apart costs what a small migration does. */
    private static final Map<String, StartingPoint.Script> BY_TEXT = new ConcurrentHashMap<>();

    private LegacyScript() {}

    /**
     * Reads a script. What is left out of it is said in one line of the log, once.
     *
     * @param location with {@code classpath:}, which may be left out, or {@code filesystem:}
     * @param encoding of a file without a byte order mark
     * @return what a database can begin with
     * @throws PalindromeException if it is not there, is no text, speaks of several databases, or makes nothing
     */
    public static StartingPoint.Script read(String location, Charset encoding) {
        String text = ScriptBytes.at(location).text(encoding);
        return BY_TEXT.computeIfAbsent(location + " " + Sha256.hex(text), absent -> takeApart(location, text));
    }

    private static StartingPoint.Script takeApart(String location, String text) {
        LegacyText legacy = LegacyText.of(location, SqlcmdText.of(location, text));
        legacy.leftOut().ifPresent(line -> LOG.info("The schema script {}: {}.", location, line));
        return new StartingPoint.Script(location, legacy.tsql());
    }
}

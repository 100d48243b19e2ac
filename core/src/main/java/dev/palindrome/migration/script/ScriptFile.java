package dev.palindrome.migration.script;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * A file found below a location.
 *
 * @param relativePath its path below the location, with forward slashes
 * @param rootedPath its path from where the location is rooted, such as the class path
 * @param source where it was found, for messages
 * @param content its bytes; none where nobody reads them
 */
public record ScriptFile(String relativePath, String rootedPath, String source, byte[] content) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public String filename() {
        return relativePath.substring(relativePath.lastIndexOf('/') + 1);
    }

    /** The text; a UTF-16 byte order mark, as SQL Server Management Studio writes it, beats the configured encoding. */
    public String text(Charset configured) {
        String text = new String(content, hasUtf16Mark() ? StandardCharsets.UTF_16 : configured);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    private boolean hasUtf16Mark() {
        return content.length >= 2
                && (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE
                        || content[0] == (byte) 0xFE && content[1] == (byte) 0xFF);
    }
}

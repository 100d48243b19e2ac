package dev.palindrome.migration.script;

import dev.palindrome.location.EncodingFault;
import dev.palindrome.migration.MigrationException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

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
        Charset encoding = hasUtf16Mark() ? StandardCharsets.UTF_16 : configured;
        String text = decoded(encoding);
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /** Flyway, too, refuses what is no text in the encoding that it is told. */
    private String decoded(Charset encoding) {
        try {
            return encoding.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw misencoded(encoding, e);
        }
    }

    private MigrationException misencoded(Charset encoding, CharacterCodingException failure) {
        try {
            EncodingFault fault = EncodingFault.in(new ByteArrayInputStream(content), encoding)
                    .orElseThrow(() -> failure);
            return new MigrationException(
                    "%s, line %d: %s. Save it in that encoding, or name its own: Flyway's encoding for all scripts, or encoding=… in %s.conf for this one."
                            .formatted(relativePath, fault.line(), fault, relativePath),
                    relativePath,
                    (int) fault.line(),
                    Optional.of(source),
                    failure);
        } catch (IOException e) {
            return new MigrationException("%s cannot be read: %s".formatted(relativePath, e.getMessage()), e);
        }
    }

    private boolean hasUtf16Mark() {
        return content.length >= 2
                && (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE
                        || content[0] == (byte) 0xFE && content[1] == (byte) 0xFF);
    }
}

package dev.palindrome.production.legacy;

import dev.palindrome.error.PalindromeException;
import dev.palindrome.location.EncodingFault;
import dev.palindrome.location.Location;
import dev.palindrome.location.LocationKind;
import dev.palindrome.text.FirstLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A script's file as it lies there.
 *
 * @param location as a person wrote it
 * @param bytes all of it
 */
public record ScriptBytes(String location, byte[] bytes) {

    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF_16_LITTLE_ENDIAN_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF_16_BIG_ENDIAN_MARK = {(byte) 0xFE, (byte) 0xFF};

    /** The first block of a backup (Microsoft Tape Format: MTF_TAPE). */
    private static final byte[] BACKUP = "TAPE".getBytes(StandardCharsets.US_ASCII);

    /** A .bacpac or a .dacpac is one. */
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** How many bytes tell whether every second one is zero. */
    private static final int SAMPLE = 200;

    public static ScriptBytes at(String location) {
        Location place = Location.parse(location)
                .orElseThrow(() -> new PalindromeException(
                        "The location %s is of a kind that is not read: use classpath: or filesystem:."
                                .formatted(location)));
        ClassLoader classLoader = Location.contextClassLoader();
        try {
            if (place.kind(classLoader) == LocationKind.FOLDER) {
                throw new PalindromeException(
                        "The schema script %s is a folder. Name the file in it.".formatted(location));
            }
            try (InputStream content = place.file(classLoader)
                    .orElseThrow(() -> new PalindromeException(missing(location, place)))
                    .content()
                    .open()) {
                return new ScriptBytes(location, content.readAllBytes());
            }
        } catch (IOException e) {
            throw new PalindromeException(
                    "The schema script %s cannot be read: %s".formatted(location, e.getMessage()), e);
        }
    }

    private static String missing(String location, Location place) {
        String where = place.onClasspath()
                ? "nothing on the class path is called %s. Put it there, or name a file with filesystem:."
                        .formatted(place.path())
                : "put it there, or name its place; paths begin at %s.".formatted(System.getProperty("user.dir"));
        return "There is no schema script %s: %s".formatted(location, where);
    }

    /**
     * The text in it.
     *
     * @param encoding where no byte order mark says which it is
     */
    public String text(Charset encoding) {
        refuseWhatIsNoScript();
        Charset charset = charset(encoding);
        int mark = markLength();
        try {
            String text = charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw noText("it has characters of the number 0");
            }
            if (text.isBlank()) {
                throw new PalindromeException("The schema script %s is empty.".formatted(location));
            }
            return text;
        } catch (CharacterCodingException e) {
            throw misencoded(charset, e);
        }
    }

    private Charset charset(Charset encoding) {
        if (begins(UTF_8_MARK)) {
            return StandardCharsets.UTF_8;
        }
        if (begins(UTF_16_LITTLE_ENDIAN_MARK) || hasZeros(1)) {
            return StandardCharsets.UTF_16LE;
        }
        return begins(UTF_16_BIG_ENDIAN_MARK) || hasZeros(0) ? StandardCharsets.UTF_16BE : encoding;
    }

    private int markLength() {
        if (begins(UTF_8_MARK)) {
            return UTF_8_MARK.length;
        }
        return begins(UTF_16_LITTLE_ENDIAN_MARK) || begins(UTF_16_BIG_ENDIAN_MARK)
                ? UTF_16_LITTLE_ENDIAN_MARK.length
                : 0;
    }

    private boolean begins(byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /** UTF-16 without a mark: of what begins a script, every second byte is zero. */
    private boolean hasZeros(int at) {
        int end = Math.min(bytes.length, SAMPLE) & ~1;
        int zeros = 0;
        for (int i = at; i < end; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
            if (bytes[i ^ 1] == 0) {
                return false;
            }
        }
        return zeros > end / 4;
    }

    private void refuseWhatIsNoScript() {
        if (bytes.length == 0) {
            throw new PalindromeException("The schema script %s is empty.".formatted(location));
        }
        if (begins(BACKUP)) {
            throw new PalindromeException(
                    "The schema script %s is no script, but a backup. Name it with backup = \"…\" instead of schemaScript."
                            .formatted(location));
        }
        if (begins(ZIP)) {
            throw new PalindromeException(
                    "The schema script %s is no script, but a zip file, as .bacpac and .dacpac files are. Have sqlpackage or SQL Server Management Studio write a .sql script."
                            .formatted(location));
        }
    }

    private PalindromeException misencoded(Charset charset, CharacterCodingException failure) {
        try {
            return EncodingFault.in(new ByteArrayInputStream(bytes), charset)
                    .map(fault -> new PalindromeException(
                            "The schema script %s, line %d: %s. Save it as UTF-8 or as UTF-16 with a byte order mark, or name its own with the Flyway setting encoding."
                                    .formatted(location, fault.line(), fault),
                            failure))
                    .orElseGet(() -> noText("it is not " + charset));
        } catch (IOException e) {
            return noText(FirstLine.of(e));
        }
    }

    private PalindromeException noText(String why) {
        return new PalindromeException(
                "The schema script %s is no text: %s. Name a .sql file.".formatted(location, why));
    }
}

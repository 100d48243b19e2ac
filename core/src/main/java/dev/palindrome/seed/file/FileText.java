package dev.palindrome.seed.file;

import dev.palindrome.location.EncodingFault;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file's text as it is read: UTF-8, or UTF-16 with a byte order mark, as bcp writes it with -w. */
public final class FileText implements AutoCloseable {

    private static final int UTF_8_MARK = 0xEFBBBF;

    private final DataFile file;
    private final Counting counting;
    private final Charset charset;
    private final Reader reader;

    public FileText(DataFile file) throws IOException {
        this.file = file;
        this.counting = new Counting(file.content().open());
        BufferedInputStream bytes = new BufferedInputStream(counting);
        this.charset = charset(bytes);
        this.reader = new BufferedReader(new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** Fails at bytes that are no text. */
    public Reader reader() {
        return reader;
    }

    /** Reads the file again, to say where it is no text. */
    private static Optional<EncodingFault> fault(DataFile file) throws IOException {
        Charset charset;
        try (FileText text = new FileText(file)) {
            charset = text.charset;
        }
        try (InputStream bytes = file.content().open()) {
            return EncodingFault.in(bytes, charset);
        }
    }

    /** Where a file is no text, or why it cannot be read: a line and a sentence, to stand behind its name. */
    public static String whyUnreadable(DataFile file, IOException failure) {
        if (failure instanceof CharacterCodingException) {
            try {
                Optional<EncodingFault> fault = fault(file);
                if (fault.isPresent()) {
                    return ", line %d: %s".formatted(fault.get().line(), fault.get());
                }
            } catch (IOException another) {
                failure.addSuppressed(another);
            }
        }
        return ": it cannot be read: " + failure.getMessage();
    }

    /** How much of the file is read, from 0 to 1; less than 0 if nobody knows. */
    double share() {
        return file.size() < 1 ? -1 : Math.min(1, (double) counting.count / file.size());
    }

    /** Takes a byte order mark away. */
    private static Charset charset(InputStream bytes) throws IOException {
        bytes.mark(3);
        int first = bytes.read();
        int second = bytes.read();
        int third = bytes.read();
        bytes.reset();
        if ((first << 16 | second << 8 | third) == UTF_8_MARK) {
            bytes.skipNBytes(3);
        }
        boolean wide = first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF;
        return wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    /** Counts bytes. */
    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(read, 0);
            return read;
        }
    }
}

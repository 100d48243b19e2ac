package dev.palindrome.location;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.Optional;

/**
 * Where a file has bytes that are no text in the encoding in which it is read.
 *
 * @param encoding in which
 * @param line on which, from 1
 * @param offset how many bytes stand before
 */
public record EncodingFault(Charset encoding, long line, long offset) {

    private static final int BLOCK = 1 << 13;

    /**
     * Finds the first.
     *
     * @param bytes a whole file's, which are not closed
     * @param encoding in which they are read
     * @return nothing where all of it is text
     * @throws IOException if they cannot be read
     */
    public static Optional<EncodingFault> in(InputStream bytes, Charset encoding) throws IOException {
        CharsetDecoder decoder = encoding.newDecoder();
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        CharBuffer text = CharBuffer.allocate(BLOCK);
        Lines lines = new Lines();
        long before = 0;
        boolean atEnd = false;
        while (!atEnd) {
            int read = bytes.readNBytes(block.array(), block.position(), block.remaining());
            atEnd = read < block.remaining();
            block.position(block.position() + read).flip();
            CoderResult result = CoderResult.OVERFLOW;
            while (result.isOverflow()) {
                result = decoder.decode(block, text, atEnd);
                lines.pass(text.flip());
                text.clear();
            }
            if (result.isError()) {
                return Optional.of(new EncodingFault(encoding, lines.number, before + block.position()));
            }
            before += block.position();
            block.compact();
        }
        return Optional.empty();
    }

    /** Counts them, whatever ends them. */
    private static final class Lines {

        private long number = 1;
        private boolean behindReturn;

        void pass(CharBuffer text) {
            while (text.hasRemaining()) {
                char character = text.get();
                number += character == '\r' || character == '\n' && !behindReturn ? 1 : 0;
                behindReturn = character == '\r';
            }
        }
    }

    /** What is wrong, for a sentence: {@code it is not UTF-8 at byte offset 17}. */
    @Override
    public String toString() {
        return "it is not " + encoding + " at byte offset " + offset;
    }
}

package dev.palindrome.seed.file;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Passes CSV on, and knows at the end whether a double quote was never closed: who reads it takes the end for the close. */
final class QuoteWatch extends FilterReader {

    private enum State {
        FIELD_BEGINS,
        WITHOUT_QUOTES,
        IN_QUOTES,
        BEHIND_QUOTE
    }

    private State state = State.FIELD_BEGINS;
    private boolean isAtEnd;

    QuoteWatch(Reader csv) {
        super(csv);
    }

    boolean isOpenAtEnd() {
        return isAtEnd && state == State.IN_QUOTES;
    }

    @Override
    public int read() throws IOException {
        char[] one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        isAtEnd = count < 0;
        for (int i = offset; i < offset + count; i++) {
            pass(buffer[i]);
        }
        return count;
    }

    private void pass(char character) {
        if (state == State.IN_QUOTES) {
            state = character == '"' ? State.BEHIND_QUOTE : State.IN_QUOTES;
        } else if (character == '"') {
            state = state == State.WITHOUT_QUOTES ? State.WITHOUT_QUOTES : State.IN_QUOTES;
        } else {
            boolean isEnd = character == ',' || character == '\n' || character == '\r';
            state = isEnd ? State.FIELD_BEGINS : State.WITHOUT_QUOTES;
        }
    }
}

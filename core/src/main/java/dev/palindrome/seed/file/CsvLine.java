package dev.palindrome.seed.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A record of a CSV file.
 *
 * @param line on which it begins, from 1
 * @param fields without quotes; of an empty line one
 * @param quoted which of them had quotes
 */
record CsvLine(long line, List<String> fields, BitSet quoted) {

    boolean isQuoted(int field) {
        return quoted.get(field);
    }

    /** Makes them. */
    static final class Reading extends AbstractBaseCsvCallbackHandler<CsvLine> {

        private List<String> fields = new ArrayList<>();
        private BitSet quoted = new BitSet();

        @Override
        protected void handleBegin(long startingLineNumber) {
            fields = new ArrayList<>();
            quoted = new BitSet();
        }

        @Override
        protected void handleField(int index, char[] buffer, int offset, int length, boolean isQuoted) {
            fields.add(new String(buffer, offset, length));
            quoted.set(index, isQuoted);
        }

        @Override
        protected CsvLine buildRecord() {
            if (fields.isEmpty()) {
                fields.add("");
            }
            return new CsvLine(getStartingLineNumber(), fields, quoted);
        }
    }
}

package dev.palindrome.report;

import dev.palindrome.text.VisibleText;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/** JSON that a person can read, and any program: each member on a line, in whatever letters names have. */
final class JsonLayout extends ObjectWriteContext.Base {

    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private static final Separators SEPARATORS = Separators.createDefaultInstance()
            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");

    @Override
    public PrettyPrinter getPrettyPrinter() {
        return new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(LINES).withArrayIndenter(LINES);
    }

    @Override
    public boolean hasPrettyPrinter() {
        return true;
    }

    @Override
    public CharacterEscapes getCharacterEscapes() {
        return new Escapes();
    }

    /**
     * Half a surrogate pair has no UTF-8, the two line separators end a line in JavaScript, and what steers a terminal has no
     * place in one that shows the file.
     */
    private static final class Escapes extends CharacterEscapes {

        private static final long serialVersionUID = 1L;

        private static final int DELETE = 0x7f;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] escapes = standardAsciiEscapesForJSON();
            escapes[DELETE] = ESCAPE_STANDARD;
            return escapes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            boolean escaped = VisibleText.steers((char) character) || Character.isSurrogate((char) character);
            return escaped ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character)) : null;
        }
    }
}

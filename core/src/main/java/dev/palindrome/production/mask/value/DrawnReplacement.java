package dev.palindrome.production.mask.value;

/** Texts that are made up of lists: many originals may get the same one, which further attempts keep apart. */
final class DrawnReplacement implements Replacement {

    /** Letters are put behind a candidate from this attempt on. */
    private static final int CROWDED = 3;

    private static final int MOST_TRIES = 12;
    private static final int NO_LIMIT = Integer.MAX_VALUE;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";

    private final DrawnText text;
    private final KeyedDraws draws;
    private final int room;

    DrawnReplacement(DrawnText text, KeyedDraws draws, ColumnShape shape) {
        this.text = text;
        this.draws = draws;
        this.room = shape.maxLength() == 0 ? NO_LIMIT : shape.maxLength();
    }

    @Override
    public Object replace(Object original, int attempt) {
        String old = original.toString();
        if (old.isBlank()) {
            return original;
        }
        String compared = ComparedText.of(old);
        draws.at(compared, attempt);
        String made = "";
        for (int i = 0; i < MOST_TRIES; i++) {
            made = text.make(draws, old, room);
            if (attempt >= CROWDED) {
                made = withLetters(made, attempt);
            }
            if (!made.isEmpty()
                    && made.length() <= room
                    && !ComparedText.of(made).equals(compared)) {
                return made;
            }
        }
        return cut(made, compared);
    }

    /** Puts a few letters behind, or in front of the at sign of an address. */
    private String withLetters(String made, int attempt) {
        int at = made.indexOf('@');
        String head = at < 0 ? made : made.substring(0, at);
        String tail = at < 0 ? "" : made.substring(at);
        String letters = letters(Math.min(2 + attempt / CROWDED, 8));
        int most = Math.max(0, room - tail.length() - letters.length());
        return head.substring(0, Math.min(head.length(), most)) + letters + tail;
    }

    /** What is too long is cut; what is the original then gets another first letter. */
    private String cut(String made, String compared) {
        String cut = made.length() > room ? made.substring(0, room).strip() : made;
        if (cut.isEmpty()) {
            cut = letters(1);
        }
        while (ComparedText.of(cut).equals(compared)) {
            cut = letters(1) + cut.substring(1);
        }
        return cut;
    }

    private String letters(int count) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(LETTERS.charAt(draws.below(LETTERS.length())));
        }
        return letters.toString();
    }
}

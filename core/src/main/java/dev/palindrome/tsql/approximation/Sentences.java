package dev.palindrome.tsql.approximation;

import dev.palindrome.engine.Approximation.Kind;

/** Says what is approximated, in a clause. */
final class Sentences {

    private Sentences() {}

    /** @param names of what it is about; empty where there is none */
    static String of(Kind kind, String names) {
        return switch (kind) {
            case TRIGGER ->
                isOne(names)
                        ? "trigger " + names + " is kept and does not fire"
                        : several("trigger", names) + " are kept and do not fire";
            case ROLLBACK_OF_DEFINITIONS ->
                "ROLLBACK takes back what came behind the last CREATE, ALTER or DROP, and no more";
            case IGNORED_DUPLICATES -> "duplicates are an error, in spite of IGNORE_DUP_KEY";
            case PERMISSIONS -> "permissions are recorded and hold against nobody";
            case MASK -> "masks hide no value";
            case TYPE -> "values of " + names + " are kept as texts";
            case COLLATION -> "accents count, in spite of " + names;
            case PADDING -> "blanks and zeros at the end of values stay, in spite of ANSI_PADDING OFF";
            case FIXED_TEXT ->
                "short values of a CHAR come without the blanks behind them where its collation is " + names;
            case OUTPUT_OF_UPDATE -> "what UPDATE gives to OUTPUT is computed before it changes anything";
            case DATABASE_OPTION -> "recorded, and changes nothing, is the database's " + names;
            case RETENTION -> "rows of a history stay, in spite of HISTORY_RETENTION_PERIOD";
            case RANDOM -> "RAND() is another number in each row";
            case LOGIN -> "logins are not made";
            case PROCEDURE ->
                isOne(names)
                        ? "procedure " + names + " is kept and runs only where scripts call it"
                        : several("procedure", names) + " are kept and run only where scripts call them";
            case FUNCTION -> kept("function", names) + "called by scripts alone";
            case SYNONYM -> kept("synonym", names) + "of no use";
            case FULL_TEXT -> "full-text indexes are kept and cannot be searched";
            case STORAGE -> "no effect: " + names;
        };
    }

    private static String kept(String what, String names) {
        return (isOne(names) ? what + " " + names + " is" : several(what, names) + " are") + " kept and ";
    }

    private static boolean isOne(String names) {
        return !names.isEmpty() && !names.contains(",");
    }

    private static String several(String what, String names) {
        return (what + "s " + names).strip();
    }
}

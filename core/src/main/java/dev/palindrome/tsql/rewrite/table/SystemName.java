package dev.palindrome.tsql.rewrite.table;

import java.util.Locale;

/** Names for constraints that have none, in SQL Server's manner; always the same for the same place in a script. */
public final class SystemName {

    private final String place;

    public SystemName(String script, int line) {
        this.place = script + ':' + line;
    }

    String of(String kind, String table, String what) {
        int hash = (place + '|' + kind + '|' + table + '|' + what)
                .toLowerCase(Locale.ROOT)
                .hashCode();
        String columns = kind.equals("PK") || kind.equals("UQ") ? "" : cut(plain(what), 9);
        return kind + "__" + cut(table, 9) + "__" + (columns.isEmpty() ? "" : columns + "__")
                + String.format("%08X", hash);
    }

    /** A script that puts brackets about it by itself finds none in it. */
    private static String plain(String what) {
        return what.replaceAll("[^\\p{L}\\p{N}_]", "");
    }

    private static String cut(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }
}

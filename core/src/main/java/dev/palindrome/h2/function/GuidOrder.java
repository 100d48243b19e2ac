package dev.palindrome.h2.function;

/** A GUID as a text that sorts as SQL Server sorts GUIDs: the last group first, and the bytes of the first three from behind. */
final class GuidOrder {

    private static final int[] LENGTHS = {8, 4, 4, 4, 12};

    private GuidOrder() {}

    static String of(String guid) {
        String[] groups = guid.split("-");
        return groups[4] + groups[3] + turned(groups[2]) + turned(groups[1]) + turned(groups[0]);
    }

    static String back(String key) {
        String[] groups = new String[LENGTHS.length];
        int at = 0;
        for (int i = LENGTHS.length - 1; i >= 0; i--) {
            String group = key.substring(at, at + LENGTHS[i]);
            groups[i] = i < 3 ? turned(group) : group;
            at += LENGTHS[i];
        }
        return String.join("-", groups);
    }

    private static String turned(String hex) {
        StringBuilder turned = new StringBuilder();
        for (int i = hex.length() - 2; i >= 0; i -= 2) {
            turned.append(hex, i, i + 2);
        }
        return turned.toString();
    }
}

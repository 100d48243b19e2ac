package dev.palindrome.junit5.declaration;

import dev.palindrome.junit5.KeepDatabase;
import dev.palindrome.settings.Setting;
import dev.palindrome.settings.Settings;

/**
 * What is kept, once annotation and setting have been asked.
 *
 * @param onFailure whether a database is kept as a failed test left it
 * @param atTheEnd whether a database is kept after the last test
 */
public record KeepPolicy(boolean onFailure, boolean atTheEnd) {

    private static final KeepPolicy NEVER = new KeepPolicy(false, false);
    private static final KeepPolicy ON_FAILURE = new KeepPolicy(true, false);
    private static final KeepPolicy ALWAYS = new KeepPolicy(true, true);

    public static KeepPolicy of(KeepDatabase keep, Settings settings) {
        return switch (keep) {
            case AS_CONFIGURED -> configured(settings.choice(Setting.KEEP));
            case NEVER -> NEVER;
            case ON_FAILURE -> ON_FAILURE;
            case ALWAYS -> ALWAYS;
        };
    }

    private static KeepPolicy configured(String value) {
        return switch (value) {
            case "on-failure" -> ON_FAILURE;
            case "always" -> ALWAYS;
            default -> NEVER;
        };
    }
}

package dev.palindrome.settings;

import dev.palindrome.error.PalindromeException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where settings that are not written in the test come from: system properties, environment variables, and whatever the
 * caller adds behind them (the JUnit extension adds JUnit's configuration parameters). The first that has a value wins.
 *
 * <p>The environment variable of {@code palindrome.random-seed} is {@code PALINDROME_RANDOM_SEED}. Blank values count as
 * absent.
 */
public final class Settings {

    private final Function<String, Optional<String>> lookup;

    private Settings(Function<String, Optional<String>> lookup) {
        this.lookup = lookup;
    }

    /**
     * Settings from this JVM's system properties and environment. A warning names those that look like settings and are none,
     * once in a JVM.
     *
     * @return settings that are read anew at every {@link #find}
     */
    public static Settings system() {
        SettingNames.checkSystem();
        return of(name -> Optional.ofNullable(System.getProperty(name)))
                .orElse(name -> Optional.ofNullable(System.getenv(environmentName(name))));
    }

    /**
     * Settings from one source alone.
     *
     * @param source gives the value of a setting by its name, such as {@code palindrome.engine}
     * @return the settings of that source
     */
    public static Settings of(Function<String, Optional<String>> source) {
        return new Settings(name -> source.apply(name).map(String::strip).filter(value -> !value.isEmpty()));
    }

    /**
     * The same settings with one more source behind them.
     *
     * @param source asked where this one has no value
     * @return settings that look in both
     */
    public Settings orElse(Function<String, Optional<String>> source) {
        Settings last = of(source);
        return new Settings(name -> find(name).or(() -> last.find(name)));
    }

    /**
     * Looks a setting up.
     *
     * @param name its name, such as {@code palindrome.engine}
     * @return its value without surrounding white space, or empty where it is absent or blank
     */
    public Optional<String> find(String name) {
        return lookup.apply(name);
    }

    /**
     * Whether a setting is on.
     *
     * @param name its name, such as {@code palindrome.reuse}
     * @return true where its value is {@code true}, false where it is {@code false} or absent, in any case
     * @throws PalindromeException if it is anything else
     */
    public boolean isOn(String name) {
        String value = find(name).orElse("false");
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new PalindromeException(
                        "%s is '%s', which is no answer. Set it to true or false.".formatted(name, value));
        };
    }

    static String environmentName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}

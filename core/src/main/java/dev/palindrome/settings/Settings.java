package dev.palindrome.settings;

import dev.palindrome.error.PalindromeException;
import java.util.List;
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
    private final Function<String, Optional<String>> environment;

    private Settings(Function<String, Optional<String>> lookup, Function<String, Optional<String>> environment) {
        this.lookup = lookup;
        this.environment = environment;
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
                .orElse(name -> Optional.ofNullable(System.getenv(environmentName(name))))
                .withEnvironment(name -> Optional.ofNullable(System.getenv(name)));
    }

    /**
     * Settings from one source alone.
     *
     * @param source gives the value of a setting by its name, such as {@code palindrome.engine}
     * @return the settings of that source
     */
    public static Settings of(Function<String, Optional<String>> source) {
        return new Settings(present(source), name -> Optional.empty());
    }

    /**
     * The same settings with the environment of a CI job.
     *
     * @param variables gives the value of a variable by its name
     * @return settings of which {@link CiJob#of} makes a job
     */
    public Settings withEnvironment(Function<String, Optional<String>> variables) {
        return new Settings(lookup, present(variables));
    }

    private static Function<String, Optional<String>> present(Function<String, Optional<String>> source) {
        return name -> source.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /**
     * The same settings with one more source behind them.
     *
     * @param source asked where this one has no value
     * @return settings that look in both
     */
    public Settings orElse(Function<String, Optional<String>> source) {
        Settings last = of(source);
        return new Settings(name -> find(name).or(() -> last.find(name)), environment);
    }

    /**
     * Looks a setting up.
     *
     * @param setting which
     * @return its value without surrounding white space, or empty where it is absent or blank
     */
    public Optional<String> find(Setting setting) {
        return find(setting.key());
    }

    Optional<String> find(String name) {
        return lookup.apply(name);
    }

    /**
     * Looks a setting up that has a few values only.
     *
     * @param setting which
     * @return one of its {@link Setting#allowedValues}, in whatever case it was written; the first where it is absent
     * @throws PalindromeException if its value is none of them
     */
    public String choice(Setting setting) {
        List<String> values = setting.allowedValues();
        String value = find(setting).orElse(values.get(0));
        return values.stream()
                .filter(value::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> new PalindromeException("%s is '%s', which is no answer. Set it to %s or %s."
                        .formatted(
                                setting,
                                value,
                                String.join(", ", values.subList(0, values.size() - 1)),
                                values.get(values.size() - 1))));
    }

    /**
     * Whether a setting is on.
     *
     * @param setting which, such as {@link Setting#REUSE}
     * @return true where its value is {@code true}, false where it is {@code false} or absent, in any case
     * @throws PalindromeException if it is anything else
     */
    public boolean isOn(Setting setting) {
        return choice(setting).equals("true");
    }

    /** A variable of the environment that is no setting of ours. */
    Optional<String> variable(String name) {
        return environment.apply(name);
    }

    static String environmentName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}

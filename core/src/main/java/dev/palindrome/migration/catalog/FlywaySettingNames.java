package dev.palindrome.migration.catalog;

import dev.palindrome.text.NearestName;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.flywaydb.core.api.configuration.Configuration;

/** The names of Flyway's settings, as the Flyway that is there has them: each has a getter. */
final class FlywaySettingNames {

    private static final String PLACEHOLDERS = "placeholders";

    private static final Set<String> ALL = Arrays.stream(Configuration.class.getMethods())
            .flatMap(method -> setting(method.getName()))
            .collect(Collectors.toCollection(TreeSet::new));

    private FlywaySettingNames() {}

    static Set<String> all() {
        return ALL;
    }

    /** The one that is probably meant by another name. */
    static Optional<String> near(String name) {
        int point = name.indexOf('.');
        return point < 0
                ? NearestName.of(name, ALL)
                : NearestName.of(name.substring(0, point), Set.of(PLACEHOLDERS))
                        .filter(near -> !name.startsWith(PLACEHOLDERS + "."))
                        .map(near -> near + name.substring(point));
    }

    private static Stream<String> setting(String getter) {
        int start = getter.startsWith("get") ? 3 : getter.startsWith("is") ? 2 : 0;
        return start == 0 || getter.length() == start
                ? Stream.empty()
                : Stream.of(getter.substring(start, start + 1).toLowerCase(Locale.ROOT) + getter.substring(start + 1));
    }
}

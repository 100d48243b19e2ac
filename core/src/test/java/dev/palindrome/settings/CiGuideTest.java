package dev.palindrome.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The workflows in the guide are YAML, and set what there is to be set. */
class CiGuideTest {

    private static final Path GUIDE = Path.of("../docs/ci.md");

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(yaml|groovy)\\n(.*?)^```$");

    private static final Pattern GROOVY_VARIABLE = Pattern.compile("(PALINDROME_\\w+) = '([^']*)'");

    private static final Pattern NAME = Pattern.compile("PALINDROME_[A-Z_]+|palindrome\\.[a-z][a-z-]+(?=[=`])");

    @Test
    void thereAreFiveWorkflows() throws IOException {
        assertThat(blocks("yaml")).hasSize(4);
        assertThat(blocks("groovy")).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void eachForbidsTheFallback(List<Variable> variables) {
        assertThat(variables).contains(new Variable("PALINDROME_ENGINE", "sqlserver"));
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void eachAcceptsTheLicenceOrNamesAServer(List<Variable> variables) {
        assertThat(variables)
                .filteredOn(variable -> variable.equals(new Variable("PALINDROME_ACCEPT_LICENSE", "true"))
                        || variable.name().equals("PALINDROME_URL"))
                .hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void eachSetsWhatThereIsToWhatItMayBe(List<Variable> variables) {
        assertThat(variables).allSatisfy(variable -> {
            Setting setting = Stream.of(Setting.values())
                    .filter(known -> Settings.environmentName(known.key()).equals(variable.name()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no setting: " + variable));
            List<String> allowed = setting.allowedValues();
            assertThat(allowed.isEmpty() ? List.of(variable.value()) : allowed)
                    .as(setting.key())
                    .contains(variable.value());
        });
    }

    @ParameterizedTest
    @MethodSource("workflows")
    void eachKeepsTheReports(List<Variable> variables) {
        assertThat(variables).contains(new Variable("PALINDROME_REPORT_DIR", "target/palindrome/reports"));
    }

    @Test
    void theTextNamesOnlySettingsThatThereAre() throws IOException {
        List<String> known = Arrays.stream(Setting.values())
                .flatMap(setting -> Stream.of(setting.key(), Settings.environmentName(setting.key())))
                .toList();
        assertThat(NAME.matcher(Files.readString(GUIDE)).results().map(MatchResult::group))
                .isNotEmpty()
                .isSubsetOf(known);
    }

    /** What a workflow sets of ours, wherever in it. */
    private record Variable(String name, String value) {}

    static Stream<List<Variable>> workflows() throws IOException {
        Stream<List<Variable>> yaml = blocks("yaml").stream().map(text -> {
            List<Variable> variables = new ArrayList<>();
            collect(new Yaml(new SafeConstructor(new LoaderOptions())).load(text), variables);
            return variables;
        });
        Stream<List<Variable>> groovy = blocks("groovy").stream()
                .map(text -> GROOVY_VARIABLE
                        .matcher(text)
                        .results()
                        .map(match -> new Variable(match.group(1), match.group(2)))
                        .toList());
        return Stream.concat(yaml, groovy);
    }

    private static void collect(Object node, List<Variable> variables) {
        if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                if (String.valueOf(key).startsWith("PALINDROME_")) {
                    assertThat(value).as("%s is a text to YAML", key).isInstanceOf(String.class);
                    variables.add(new Variable(String.valueOf(key), String.valueOf(value)));
                }
                collect(value, variables);
            });
        } else if (node instanceof List<?> list) {
            list.forEach(each -> collect(each, variables));
        }
    }

    private static List<String> blocks(String language) throws IOException {
        return BLOCK.matcher(Files.readString(GUIDE))
                .results()
                .filter(block -> block.group(1).equals(language))
                .map(block -> block.group(2))
                .toList();
    }
}

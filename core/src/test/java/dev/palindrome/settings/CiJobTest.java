package dev.palindrome.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.palindrome.error.PalindromeException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CiJobTest {

    private static final Map<String, String> GITHUB = Map.of(
            "GITHUB_ACTIONS", "true",
            "GITHUB_STEP_SUMMARY", "/runner/step_summary",
            "GITHUB_WORKSPACE", "/home/runner/shop");

    @Test
    void thereIsNoneOutsideOfCi() {
        assertThat(job(Map.of())).isEqualTo(CiJob.NONE);
    }

    @Test
    void gitHubNamesTheSummaryAndTheCheckout() {
        assertThat(job(GITHUB))
                .isEqualTo(new CiJob(
                        true,
                        Optional.of(Path.of("/runner/step_summary")),
                        Optional.empty(),
                        Optional.of(Path.of("/home/runner/shop"))));
    }

    @Test
    void gitLabNamesTheFolderOfTheProject() {
        Optional<Path> project = Optional.of(Path.of("/builds/shop"));
        assertThat(job(Map.of("GITLAB_CI", "true", "CI_PROJECT_DIR", "/builds/shop")))
                .isEqualTo(new CiJob(false, Optional.empty(), project, project));
        assertThat(job(Map.of("CI_PROJECT_DIR", "/builds/shop")).gitLabProject())
                .as("another server's")
                .isEmpty();
    }

    @Test
    void jenkinsAndAzureNameTheCheckout() {
        assertThat(job(Map.of("WORKSPACE", "/jenkins/shop")).checkout()).contains(Path.of("/jenkins/shop"));
        assertThat(job(Map.of("BUILD_SOURCESDIRECTORY", "/azp/1/s")).checkout()).contains(Path.of("/azp/1/s"));
    }

    @Test
    void whatIsNoPathIsNone() {
        assertThat(job(Map.of("WORKSPACE", "a\0b"))).isEqualTo(CiJob.NONE);
        assertThat(job(Map.of("GITHUB_STEP_SUMMARY", " "))).isEqualTo(CiJob.NONE);
    }

    @Test
    void aSettingSwitchesItOff() {
        assertThat(CiJob.of(settings("none", GITHUB))).isEqualTo(CiJob.NONE);
        assertThat(CiJob.of(settings("auto", GITHUB))).isEqualTo(job(GITHUB));
        assertThatThrownBy(() -> CiJob.of(settings("github", GITHUB)))
                .isInstanceOf(PalindromeException.class)
                .hasMessage("palindrome.ci is 'github', which is no answer. Set it to auto or none.");
    }

    @Test
    void settingsOfOneSourceKnowNoEnvironment() {
        assertThat(CiJob.of(Settings.of(name -> Optional.empty()))).isEqualTo(CiJob.NONE);
    }

    @Test
    void oneMoreSourceKeepsTheEnvironment() {
        assertThat(CiJob.of(settings("auto", GITHUB).orElse(name -> Optional.empty())))
                .isEqualTo(job(GITHUB));
    }

    private static CiJob job(Map<String, String> environment) {
        return CiJob.of(settings("", environment));
    }

    private static Settings settings(String ci, Map<String, String> environment) {
        return Settings.of(name -> Optional.of(ci).filter(value -> name.equals("palindrome.ci")))
                .withEnvironment(name -> Optional.ofNullable(environment.get(name)));
    }
}

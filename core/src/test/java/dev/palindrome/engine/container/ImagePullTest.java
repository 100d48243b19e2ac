package dev.palindrome.engine.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.UnauthorizedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.containers.ContainerFetchException;

class ImagePullTest {

    private final List<String> pulled = new ArrayList<>();

    @Test
    void pullsForThisProcessor() {
        ImagePull.forThisProcessorOrTheUsual(() -> pulled.add("this"), () -> pulled.add("usual"));
        assertThat(pulled).containsExactly("this");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Could not pull image: no matching manifest for linux/arm64/v8 in the manifest list entries",
                "Could not pull image: no match for platform in manifest: not found"
            })
    void takesTheUsualWhereThereIsNoneForThisProcessor(String refusal) {
        pull(new DockerClientException(refusal));
        assertThat(pulled).containsExactly("usual");
    }

    @Test
    void asksOnlyOnceForWhatItMayNotHave() {
        RuntimeException refusal = new UnauthorizedException("pull access denied");
        assertThatThrownBy(() -> pull(refusal)).isSameAs(refusal);
        assertThat(pulled).isEmpty();
    }

    @Test
    void givesUpWhenInterrupted() {
        RuntimeException interrupt = new ContainerFetchException("Interrupted while pulling the image");
        assertThatThrownBy(() -> pull(interrupt)).isSameAs(interrupt);
        assertThat(pulled).isEmpty();
    }

    private void pull(RuntimeException refusal) {
        ImagePull.forThisProcessorOrTheUsual(
                () -> {
                    throw refusal;
                },
                () -> pulled.add("usual"));
    }
}

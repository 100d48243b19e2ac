package dev.palindrome.engine.container;

import com.github.dockerjava.api.command.PullImageCmd;
import dev.palindrome.progress.LongStep;
import dev.palindrome.text.VisibleLog;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.images.ImagePullPolicy;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.utility.DockerImageName;

/**
 * Pulls an image that is not there, or tells soon that it cannot be had. Testcontainers itself tries for two minutes where
 * a registry cannot be reached, and then no longer says why.
 */
final class ImagePull implements ImagePullPolicy {

    private static final VisibleLog LOG = VisibleLog.of(ImagePull.class);

    @Override
    public boolean shouldPull(DockerImageName image) {
        if (PullPolicy.defaultPolicy().shouldPull(image)) {
            LOG.info("Pulling the image {}, which takes a while the first time.", image);
            LongStep.during(LOG, "Pulling the image " + image, step -> {
                pull(image, step);
                return image;
            });
        }
        return false; // Testcontainers has nothing left to pull
    }

    private static void pull(DockerImageName image, LongStep step) {
        forThisProcessorOrTheUsual(
                () -> await(command(image), step), () -> await(command(image).withPlatform("linux/amd64"), step));
    }

    /**
     * As Testcontainers does, takes an image for another processor where there is none for this one. What else may go
     * wrong, such as a login that the registry wants, is not asked for twice.
     */
    static void forThisProcessorOrTheUsual(Runnable forThisProcessor, Runnable forTheUsual) {
        try {
            forThisProcessor.run();
        } catch (RuntimeException e) {
            if (!saysThatThereIsNoneForThisProcessor(e)) {
                throw e;
            }
            forTheUsual.run();
        }
    }

    /** Docker has no code for it: "no matching manifest for linux/arm64/v8", or "no match for platform in manifest". */
    private static boolean saysThatThereIsNoneForThisProcessor(RuntimeException failure) {
        String message = String.valueOf(failure.getMessage());
        return message.contains("no matching manifest") || message.contains("no match for platform");
    }

    private static PullImageCmd command(DockerImageName image) {
        return DockerClientFactory.instance()
                .client()
                .pullImageCmd(image.getUnversionedPart())
                .withTag(image.getVersionPart());
    }

    private static void await(PullImageCmd command, LongStep step) {
        try {
            command.exec(new PullProgress(step::at)).awaitCompletion();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ContainerFetchException("Interrupted while pulling the image", e);
        }
    }
}

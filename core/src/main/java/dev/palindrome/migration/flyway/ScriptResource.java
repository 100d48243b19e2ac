package dev.palindrome.migration.flyway;

import java.io.Reader;
import java.io.StringReader;
import java.util.function.Supplier;
import org.flywaydb.core.api.resource.LoadableResource;

/** A script as Flyway reads it. */
final class ScriptResource extends LoadableResource {

    private final String filename;
    private final String relativePath;
    private final Supplier<String> text;

    /**
     * @param filename what Flyway takes version and kind from
     * @param relativePath what Flyway writes into the history and into its messages
     * @param text made when Flyway first reads the script
     */
    ScriptResource(String filename, String relativePath, Supplier<String> text) {
        this.filename = filename;
        this.relativePath = relativePath;
        this.text = text;
    }

    @Override
    public Reader read() {
        return new StringReader(text.get());
    }

    @Override
    public String getAbsolutePath() {
        return relativePath;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return relativePath;
    }

    @Override
    public String getFilename() {
        return filename;
    }

    @Override
    public String getRelativePath() {
        return relativePath;
    }
}

package dev.palindrome.migration.flyway;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/** Exactly the scripts that one run of Flyway may see. */
final class ScriptResources implements ResourceProvider {

    private final List<LoadableResource> resources;
    private final Map<String, LoadableResource> byPath = new HashMap<>();

    ScriptResources(Collection<ScriptResource> resources) {
        this.resources = List.copyOf(resources);
        resources.forEach(resource -> byPath.putIfAbsent(resource.getRelativePath(), resource));
    }

    @Override
    public @Nullable LoadableResource getResource(String name) {
        return byPath.get(name);
    }

    @Override
    public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
        return resources.stream()
                .filter(resource -> resource.getFilename().startsWith(prefix))
                .filter(resource -> Arrays.stream(suffixes).anyMatch(resource.getFilename()::endsWith))
                .toList();
    }
}

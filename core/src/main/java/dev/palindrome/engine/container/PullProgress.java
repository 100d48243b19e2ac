package dev.palindrome.engine.container;

import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.model.PullResponseItem;
import com.github.dockerjava.api.model.ResponseItem.ProgressDetail;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Adds up what Docker says of each layer of an image while it pulls. Layers become known one after another. */
final class PullProgress extends PullImageResultCallback {

    private static final long MEGABYTE = 1_000_000;

    private static final String DOWNLOADING = "Downloading";

    private final Map<String, Layer> layers = new LinkedHashMap<>();
    private final Consumer<String> howFar;

    private record Layer(long pulled, long size) {}

    PullProgress(Consumer<String> howFar) {
        this.howFar = howFar;
    }

    @Override
    public void onNext(PullResponseItem item) {
        super.onNext(item);
        String layer = item.getId();
        if (layer != null) {
            ProgressDetail detail = item.getProgressDetail();
            add(
                    layer,
                    item.getStatus(),
                    detail == null ? null : detail.getCurrent(),
                    detail == null ? null : detail.getTotal());
        }
    }

    /** What Docker says of one layer; numbers only while something is done with it. */
    void add(String id, @Nullable String status, @Nullable Long done, @Nullable Long of) {
        Layer known = layers.get(id);
        if (DOWNLOADING.equals(status) && done != null && of != null) {
            layers.put(id, new Layer(done, of));
        } else if (known != null && !DOWNLOADING.equals(status)) {
            layers.put(id, new Layer(known.size(), known.size())); // it is there, and is verified or unpacked
        }
        long pulled = layers.values().stream().mapToLong(Layer::pulled).sum();
        long size = layers.values().stream().mapToLong(Layer::size).sum();
        if (size > 0) {
            howFar.accept(
                    pulled == size
                            ? size / MEGABYTE + " MB are there and are unpacked"
                            : pulled / MEGABYTE + " of " + size / MEGABYTE + " MB");
        }
    }
}

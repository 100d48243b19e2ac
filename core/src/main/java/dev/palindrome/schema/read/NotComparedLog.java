package dev.palindrome.schema.read;

import dev.palindrome.schema.NotCompared;
import dev.palindrome.text.VisibleLog;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Says what is not compared, once in a JVM. */
final class NotComparedLog {

    private static final VisibleLog LOG = VisibleLog.of(NotComparedLog.class);
    private static final Set<String> SAID = ConcurrentHashMap.newKeySet();

    private NotComparedLog() {}

    static void warn(List<NotCompared> all) {
        String fresh = all.stream()
                .filter(each -> SAID.add(each.what()))
                .map(NotCompared::toString)
                .collect(Collectors.joining("; "));
        if (!fresh.isEmpty()) {
            LOG.warn("Not compared: {}. Whoever needs it compared sets palindrome.not-compared=fail.", fresh);
        }
    }
}

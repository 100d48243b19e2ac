package dev.palindrome.spring;

import dev.palindrome.text.VisibleLog;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/**
 * Has the pools of an application context let go of their connections, after a reset has ended them on the server.
 *
 * @param beans those of the context, which may be closed by now
 */
record ConnectionEviction(DefaultListableBeanFactory beans) implements Runnable {

    private static final VisibleLog LOG = VisibleLog.of(ContextDatabases.class);

    @Override
    public void run() {
        if (HikariPools.IS_THERE) {
            Arrays.stream(beans.getBeanNamesForType(DataSource.class, false, false))
                    .filter(beans::containsSingleton)
                    .forEach(name -> evict(name, beans.getBean(name, DataSource.class)));
        }
    }

    private static void evict(String name, DataSource dataSource) {
        try {
            HikariPools.evict(dataSource);
        } catch (SQLException | RuntimeException e) {
            // Such as one that leads to others and does not know to which now: it need not be ours at all.
            LOG.warn("The bean {} cannot be told that its connections have ended: {}", name, e.getMessage());
        }
    }
}

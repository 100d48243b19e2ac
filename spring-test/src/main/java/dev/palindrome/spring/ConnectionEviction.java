package dev.palindrome.spring;

import dev.palindrome.error.PalindromeException;
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
        } catch (SQLException e) {
            throw new PalindromeException(
                    "The bean " + name + " cannot be told that its connections have ended: " + e.getMessage(), e);
        }
    }
}

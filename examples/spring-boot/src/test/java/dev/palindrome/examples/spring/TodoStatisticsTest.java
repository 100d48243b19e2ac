package dev.palindrome.examples.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.palindrome.examples.spring.TodoStatistics.OpenTodos;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Queries by JdbcClient, and parameters that are Spring's. */
class TodoStatisticsTest extends DatabaseTest {

    @Test
    void theBusiestComeFirst(@Autowired TodoStatistics statistics) {
        assertThat(statistics.busiest(2)).containsExactly(new OpenTodos("user 1", 3), new OpenTodos("user 2", 2));
    }

    @Test
    void theApplicationsPoolIsInUse(@Autowired DataSource dataSource) {
        assertThat(dataSource).isInstanceOf(HikariDataSource.class);
    }
}

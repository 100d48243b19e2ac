package dev.palindrome.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.microsoft.sqlserver.jdbc.SQLServerException;
import dev.palindrome.junit5.MigratedDatabase;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.hibernate.HibernateException;
import org.hibernate.dialect.SQLServerDialect;
import org.hibernate.exception.internal.SQLExceptionTypeDelegate;
import org.hibernate.exception.internal.SQLStateConversionDelegate;
import org.hibernate.exception.internal.StandardSQLExceptionConverter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.orm.jpa.vendor.HibernateJpaDialect;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What application code catches on the embedded engine, and what Spring and Hibernate make of SQL Server's errors, as
 * Microsoft's driver hands them on: docs/hibernate.md has the table.
 */
@SpringBootTest(
        properties = {
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.database-platform=org.hibernate.dialect.SQLServerDialect"
        })
@MigratedDatabase(locations = "classpath:db/shop")
class SpringExceptionsTest {

    private static final String INSERT =
            "INSERT INTO dbo.customers (public_id, name, status, registered, version) VALUES (NEWID(), ?, ?, GETDATE(), 0)";

    enum Fault {
        DUPLICATE_KEY("duplicate key", 2627) {
            @Override
            void byJdbc(SpringExceptionsTest on) {
                on.jdbc.sql(INSERT).params("Ada", "ACTIVE").update();
                on.jdbc.sql(INSERT).params("Ada", "ACTIVE").update();
            }

            @Override
            void byJpa(SpringExceptionsTest on) {
                on.customers.save(new Customer("Bob"));
                on.customers.save(new Customer("Bob"));
            }
        },
        FOREIGN_KEY("foreign key", 547) {
            @Override
            void byJdbc(SpringExceptionsTest on) {
                on.jdbc
                        .sql("INSERT INTO dbo.invoices (id, customer_id, total) VALUES (1, 999, 1)")
                        .update();
            }

            @Override
            void byJpa(SpringExceptionsTest on) {
                Customer ada = on.customers.save(new Customer("Cid"));
                on.invoices.save(new Invoice(ada, BigDecimal.ONE));
                on.customers.delete(ada);
            }
        },
        CHECK("check", 547) {
            @Override
            void byJdbc(SpringExceptionsTest on) {
                on.jdbc.sql(INSERT).params("Ada", "GONE").update();
            }

            @Override
            void byJpa(SpringExceptionsTest on) {
                on.customers.save(new Customer("Cid"));
                on.customers.setStatus("GONE");
            }
        },
        NOT_NULL("`NOT NULL`", 515) {
            @Override
            void byJdbc(SpringExceptionsTest on) {
                on.jdbc.sql(INSERT).params(null, "ACTIVE").update();
            }

            @Override
            void byJpa(SpringExceptionsTest on) {
                on.customers.save(new Customer(null));
            }
        },
        TOO_LONG("text that is too long", 2628) {
            @Override
            void byJdbc(SpringExceptionsTest on) {
                on.jdbc.sql(INSERT).params("x".repeat(51), "ACTIVE").update();
            }

            @Override
            void byJpa(SpringExceptionsTest on) {
                on.customers.save(new Customer("x".repeat(51)));
            }
        },
        TOO_LONG_BEFORE_2019("the same, as error 8152", 8152) {
            @Override
            void byJdbc(SpringExceptionsTest on) {
                TOO_LONG.byJdbc(on);
            }

            @Override
            void byJpa(SpringExceptionsTest on) {
                TOO_LONG.byJpa(on);
            }
        },
        DEADLOCK("deadlock", 1205) {
            @Override
            void byJdbc(SpringExceptionsTest on) {
                on.deadlock(name -> on.jdbc
                        .sql("UPDATE dbo.customers SET vip = 1 WHERE name = ?")
                        .params(name)
                        .update());
            }

            @Override
            void byJpa(SpringExceptionsTest on) {
                on.deadlock(name -> on.customers.findByName(name));
            }
        };

        private final String called;
        private final int number;

        Fault(String called, int number) {
            this.called = called;
            this.number = number;
        }

        abstract void byJdbc(SpringExceptionsTest on);

        abstract void byJpa(SpringExceptionsTest on);
    }

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Customers customers;

    @Autowired
    Invoices invoices;

    @Autowired
    TransactionTemplate transaction;

    @ParameterizedTest
    @EnumSource
    void areThoseOfTheTable(Fault fault) throws Exception {
        assertThat(Files.readString(page()))
                .contains("| %s | %s | %s | %s | %s |"
                        .formatted(
                                fault.called,
                                name(catchThrowable(() -> fault.byJdbc(this))),
                                name(jdbcOnSqlServer(fault)),
                                name(catchThrowable(() -> fault.byJpa(this))),
                                name(jpaOnSqlServer(fault))));
    }

    private static Path page() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(directory -> directory.resolve("docs/hibernate.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    private static String name(Throwable caught) {
        return "`" + caught.getClass().getSimpleName() + "`";
    }

    /** As JdbcTemplate does it. */
    private static Throwable jdbcOnSqlServer(Fault fault) throws Exception {
        SQLException error = sqlServers(fault.number);
        Throwable translated = new SQLExceptionSubclassTranslator().translate("test", null, error);
        return translated == null ? new UncategorizedSQLException("test", null, error) : translated;
    }

    private static Throwable jpaOnSqlServer(Fault fault) throws Exception {
        SQLServerDialect dialect = new SQLServerDialect();
        HibernateException hibernates = new StandardSQLExceptionConverter(
                        dialect.buildSQLExceptionConversionDelegate(),
                        new SQLExceptionTypeDelegate(dialect),
                        new SQLStateConversionDelegate(dialect))
                .convert(sqlServers(fault.number), "test", null);
        return Objects.requireNonNull(new HibernateJpaDialect().translateExceptionIfPossible(hibernates));
    }

    /** With the state that the driver makes of the number. */
    private static SQLException sqlServers(int number) throws Exception {
        Method state = Arrays.stream(SQLServerException.class.getDeclaredMethods())
                .filter(method -> method.getName().equals("generateStateCode"))
                .findFirst()
                .orElseThrow();
        state.setAccessible(true);
        return new SQLException("made up", (String) state.invoke(null, null, number, 1), number);
    }

    /** Two transactions, each of which wants what the other has. */
    private void deadlock(Consumer<String> take) {
        List<String> names = List.of("Dee", "Eve");
        customers.deleteAll();
        names.forEach(name -> customers.save(new Customer(name)));
        CyclicBarrier bothHaveOne = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> done = names.stream()
                    .<Future<?>>map(name -> pool.submit(() -> transaction.execute(status -> {
                        take.accept(name);
                        await(bothHaveOne);
                        take.accept(name.equals("Dee") ? "Eve" : "Dee");
                        return null;
                    })))
                    .toList();
            for (Future<?> each : done) {
                each.get();
            }
        } catch (java.util.concurrent.ExecutionException e) {
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            pool.shutdown();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

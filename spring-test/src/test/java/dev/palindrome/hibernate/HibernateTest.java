package dev.palindrome.hibernate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.palindrome.TestDatabase;
import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import dev.palindrome.seed.SeedContext;
import dev.palindrome.seed.Seeder;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.annotation.Transactional;

/** Entities of an application that is on SQL Server, and says so: they match the migrations, and do what they do there. */
@SpringBootTest(
        properties = {
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.database-platform=org.hibernate.dialect.SQLServerDialect"
        })
@MigratedDatabase(locations = "classpath:db/shop")
@Seed(HibernateTest.ActiveCustomers.class)
class HibernateTest {

    static class ActiveCustomers implements Seeder {

        @Override
        public void seed(SeedContext seed) {
            seed.fill("customers", 25).with("status", faker -> "ACTIVE");
        }
    }

    @Autowired
    Customers customers;

    @Autowired
    Invoices invoices;

    @Test
    void entitiesComeBackAsTheyWere() {
        Customer ada = new Customer("Ada");
        ada.notes = "a long text";
        ada.photo = new byte[] {1, 2, 3};
        customers.save(ada);

        assertThat(customers.findById(ada.id)).get().usingRecursiveComparison().isEqualTo(ada);
    }

    @Test
    void rowsAreCountedAndPaged() {
        assertThat(customers.count()).isEqualTo(25);
        Page<Customer> third = customers.findAll(PageRequest.of(2, 10, Sort.by("name")));
        assertThat(third).hasSize(5);
        assertThat(third.getTotalElements()).isEqualTo(25);
        assertThat(customers.someByName(20, 10)).hasSize(5);
        assertThat(customers.lastByName().name)
                .isEqualTo(
                        customers.findAll(Sort.by(Sort.Direction.DESC, "name")).get(0).name);
    }

    @Test
    @Transactional
    void aRowIsLocked(@Autowired EntityManager entities) {
        customers.saveAndFlush(new Customer("Ada"));
        entities.clear();

        assertThat(customers.findByName("ada"))
                .get()
                .satisfies(ada -> assertThat(entities.getLockMode(ada)).hasToString("PESSIMISTIC_WRITE"));
    }

    @Test
    void sequencesNumberInvoices() {
        Customer ada = customers.save(new Customer("Ada"));
        Invoice invoice = new Invoice(ada, BigDecimal.ONE);
        invoice.details = Map.of("language", "en");

        Long first = invoices.save(invoice).id;
        assertThat(invoices.findById(first).orElseThrow().details).containsExactly(entry("language", "en"));
        assertThat(invoices.save(new Invoice(ada, BigDecimal.TEN)).id).isEqualTo(first + 1);
    }

    @Test
    void aVersionOfTheDatabasesIsChangedWithEachUpdate() {
        Invoice invoice = invoices.save(new Invoice(customers.save(new Customer("Ada")), BigDecimal.ONE));
        byte[] before = invoice.rowVersion;
        invoice.total = BigDecimal.TEN;
        Invoice after = invoices.save(invoice);

        assertThat(before).hasSize(8);
        assertThat(after.rowVersion).hasSize(8).isNotEqualTo(before);
        invoice.rowVersion = before;
        invoice.total = BigDecimal.ZERO;
        assertThatThrownBy(() -> invoices.save(invoice)).isInstanceOf(ObjectOptimisticLockingFailureException.class);
    }

    @Test
    void itsOwnTablesAreNotTheSchemas(TestDatabase database) {
        try (TestDatabase migrated = TestDatabase.builder()
                .locations("classpath:db/shop")
                .engine(database.engine())
                .start()) {
            assertThat(database.schema().diff(migrated.schema()).isEmpty()).isTrue();
        }
    }
}

package dev.palindrome.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.Map;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.generator.EventType;
import org.hibernate.type.SqlTypes;

/** Is numbered by a sequence, and has its version from the database. */
@Entity
@Table(name = "invoices", schema = "dbo")
class Invoice {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "invoice_numbers")
    @SequenceGenerator(name = "invoice_numbers", sequenceName = "invoice_numbers", allocationSize = 50)
    Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    Customer customer;

    BigDecimal total;

    @JdbcTypeCode(SqlTypes.JSON)
    Map<String, String> details;

    @Version
    @Generated(event = {EventType.INSERT, EventType.UPDATE})
    byte[] rowVersion;

    protected Invoice() {}

    Invoice(Customer customer, BigDecimal total) {
        this.customer = customer;
        this.total = total;
    }
}

package dev.palindrome.hibernate;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.UUID;

/** Has what entities on SQL Server usually have. */
@Entity
@Table(name = "customers", schema = "dbo")
class Customer {

    enum Status {
        ACTIVE,
        BLOCKED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Integer id;

    UUID publicId = UUID.randomUUID();

    String name;

    @Enumerated(EnumType.STRING)
    Status status = Status.ACTIVE;

    @Lob
    String notes;

    @Lob
    byte[] photo;

    OffsetDateTime registered = OffsetDateTime.parse("2026-01-02T03:04:05+02:00");

    LocalDateTime changed;

    BigDecimal credit;

    Double discount;

    boolean vip;

    @Version
    int version;

    protected Customer() {}

    Customer(String name) {
        this.name = name;
    }
}

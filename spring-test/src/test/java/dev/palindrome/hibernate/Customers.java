package dev.palindrome.hibernate;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.transaction.annotation.Transactional;

interface Customers extends JpaRepository<Customer, Integer> {

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Customer> findByName(String name);

    Page<Customer> findByStatus(Customer.Status status, Pageable page);

    @Query(
            value = "SELECT * FROM [dbo].[customers] ORDER BY [name] OFFSET ?1 ROWS FETCH NEXT ?2 ROWS ONLY",
            nativeQuery = true)
    List<Customer> someByName(int first, int count);

    @Query(value = "SELECT TOP (1) * FROM dbo.customers WITH (NOLOCK) ORDER BY name DESC", nativeQuery = true)
    Customer lastByName();

    @Transactional
    @Modifying
    @Query(value = "UPDATE dbo.customers SET status = ?1", nativeQuery = true)
    void setStatus(String status);
}

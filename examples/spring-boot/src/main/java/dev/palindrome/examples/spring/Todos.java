package dev.palindrome.examples.spring;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.JpaRepository;

interface Todos extends JpaRepository<Todo, Integer> {

    Page<Todo> findByCompleted(boolean completed, Pageable page);

    List<Todo> findByCompletedFalseAndDueBeforeOrderByDue(LocalDate day);
}

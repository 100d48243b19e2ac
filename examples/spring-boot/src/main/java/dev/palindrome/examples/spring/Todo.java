package dev.palindrome.examples.spring;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

@Entity
@Table(name = "todos")
class Todo {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    @ManyToOne(fetch = FetchType.LAZY)
    private User user;

    private String title;

    private boolean completed;

    private LocalDate due;

    @Version
    private int version;

    protected Todo() {}

    Todo(User user, String title, LocalDate due) {
        this.user = user;
        this.title = title;
        this.due = due;
    }

    Integer id() {
        return id;
    }

    String title() {
        return title;
    }

    boolean isCompleted() {
        return completed;
    }

    void complete() {
        completed = true;
    }
}

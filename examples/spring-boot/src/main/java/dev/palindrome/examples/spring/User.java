package dev.palindrome.examples.spring;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "users")
class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer id;

    private String username;

    protected User() {}

    User(String username) {
        this.username = username;
    }

    Integer id() {
        return id;
    }

    String username() {
        return username;
    }
}

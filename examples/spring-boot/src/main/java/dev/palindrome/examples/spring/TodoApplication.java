package dev.palindrome.examples.spring;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Todos and the users who have them. */
@SpringBootApplication
public class TodoApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TodoApplication.class, arguments);
    }
}

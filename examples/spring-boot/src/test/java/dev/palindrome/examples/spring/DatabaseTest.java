package dev.palindrome.examples.spring;

import dev.palindrome.junit5.MigratedDatabase;
import dev.palindrome.junit5.Seed;
import org.springframework.boot.test.context.SpringBootTest;

/** What test classes extend that are content with the same rows. */
@SpringBootTest
@MigratedDatabase
@Seed(UsersWithTodos.class)
abstract class DatabaseTest {}

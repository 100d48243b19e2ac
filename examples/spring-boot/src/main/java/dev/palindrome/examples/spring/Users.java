package dev.palindrome.examples.spring;

import org.springframework.data.jpa.repository.JpaRepository;

interface Users extends JpaRepository<User, Integer> {}

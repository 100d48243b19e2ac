package dev.palindrome.spring;

import org.springframework.data.jpa.repository.JpaRepository;

interface Users extends JpaRepository<User, Integer> {}

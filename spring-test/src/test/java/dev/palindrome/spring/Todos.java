package dev.palindrome.spring;

import org.springframework.data.repository.CrudRepository;

interface Todos extends CrudRepository<Todo, Integer> {}

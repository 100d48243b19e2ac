package dev.palindrome.spring;

import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

@Table("todos")
record Todo(@Id Integer id, Integer userId, String title) {}

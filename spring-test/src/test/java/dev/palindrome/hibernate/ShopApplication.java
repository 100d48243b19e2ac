package dev.palindrome.hibernate;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Hibernate, as teams that are on SQL Server have it. */
@SpringBootApplication
class ShopApplication {}

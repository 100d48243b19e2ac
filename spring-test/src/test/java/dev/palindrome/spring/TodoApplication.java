package dev.palindrome.spring;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;

/** What the tests start: Boot's defaults, JPA, and SQL Server in {@code application.properties}. */
@SpringBootApplication
class TodoApplication {

    static final AtomicInteger STARTS = new AtomicInteger();

    @EventListener
    void started(ApplicationStartedEvent event) {
        STARTS.incrementAndGet();
    }
}

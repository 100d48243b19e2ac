package dev.palindrome.examples.spring;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
class TodoService {

    private final Todos todos;
    private final Users users;

    TodoService(Todos todos, Users users) {
        this.todos = todos;
        this.users = users;
    }

    @Transactional
    Todo add(int user, String title, LocalDate due) {
        return todos.save(new Todo(users.getReferenceById(user), title, due));
    }

    @Transactional
    void complete(int todo) {
        todos.findById(todo).orElseThrow().complete();
    }

    @Transactional(readOnly = true)
    Page<Todo> open(int page, int size) {
        return todos.findByCompleted(false, PageRequest.of(page, size, Sort.by("id")));
    }

    @Transactional(readOnly = true)
    List<Todo> overdue(LocalDate today) {
        return todos.findByCompletedFalseAndDueBeforeOrderByDue(today);
    }
}

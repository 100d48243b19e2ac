package dev.palindrome.examples.kotlin

import dev.palindrome.junit5.MigratedDatabase
import dev.palindrome.junit5.Seed
import dev.palindrome.seed.SeedContext
import dev.palindrome.seed.Seeder
import javax.sql.DataSource
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test

class ThreeTodos : Seeder {
    override fun seed(seed: SeedContext) {
        seed.fill("users", 1)
        seed.fill("todos", 3).with("title") { _, number -> "todo ${number + 1}" }
    }
}

@MigratedDatabase
@Seed(ThreeTodos::class)
class TodoTest {

    @Test
    fun `todos have titles`(dataSource: DataSource) {
        assertThat(dataSource.texts("SELECT title FROM dbo.todos ORDER BY id"))
            .containsExactly("todo 1", "todo 2", "todo 3")
    }
}

private fun DataSource.texts(sql: String): List<String> =
    connection.use { connection ->
        connection.createStatement().executeQuery(sql).use { rows ->
            generateSequence { if (rows.next()) rows.getString(1) else null }.toList()
        }
    }

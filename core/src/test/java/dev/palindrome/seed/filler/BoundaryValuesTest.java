package dev.palindrome.seed.filler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.palindrome.schema.SchemaSnapshot;
import dev.palindrome.schema.Table;
import dev.palindrome.seed.rule.Numbering;
import dev.palindrome.seed.rule.TableRules;
import dev.palindrome.seed.values.TableColumns;
import dev.palindrome.seed.values.ValueDomain;
import dev.palindrome.seed.values.ValueDomains;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundaryValuesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            INT               | [c]>(0)                                          | 1                       | 2147483647
            INT               | (0)>=[c]                                         | -2147483648             | 0
            TINYINT           | [c]>=(1) AND [c]<=(5)                            | 1                       | 5
            TINYINT           | [c]=(9) OR [c]=(3) OR [c]=(5)                    | 3                       | 9
            INT               | NOT ([c]<(2) OR [c]>(7))                         | 2                       | 7
            INT               | [c]<>(5)                                         | -2147483648             | 2147483647
            DECIMAL(5,2)      | [c]>(0) AND [c]<(1)                              | 0.01                    | 0.99
            DATE              | [c]>='2020-01-01' AND [c]<'2021-01-01'           | 2020-01-01T00:00        | 2020-12-31T00:00
            VARCHAR(10)       | [c]='Question' OR [c]='Answer' OR [c]='Comment'  | Answer                  | Question
            VARCHAR(10)       | len([c])>=(3) AND len([c])<=(5)                  | zzz                     | zzzzz
            VARCHAR(4)        | len([c])>(0)                                     | z                       | zzzz
            INT               | [c]<[other]                                      | -2147483648             | 2147483647
            INT               | [c]<(10) OR [other]>(1)                          | -2147483648             | 2147483647
            """)
    void areTheChecksOwn(String type, String check, String least, String greatest) {
        BoundaryValues limits = limits(type, check);

        assertThat(Stream.of(limits.least(), limits.greatest()).map(Object::toString))
                .containsExactly(least, greatest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[c] LIKE 'A%'", "soundex([c])='A000'"})
    void areTheTypesWhereACheckNamesNone(String check) {
        assertThat(limits("VARCHAR(3)", check)).isEqualTo(new BoundaryValues("", "zzz"));
    }

    private static BoundaryValues limits(String type, String check) {
        SchemaSnapshot schema = SchemaSnapshot.parse("""
                palindrome schema 1
                table [dbo].[t]
                  column [c] %s NULL
                  column [other] INT NULL
                  check [ck] (%s)
                """.formatted(type, check));
        Table table = schema.tables().get(0);
        TableRules rules = TableRules.of(TableColumns.of(table, new ValueDomains(schema)), Numbering.none());
        ValueDomain domain = new ValueDomains(schema).of(table.columns().get(0)).orElseThrow();
        return BoundaryValues.of("c", new Candidates(domain, rules.hints().of("c")), domain.greatest(), rules.rules());
    }
}

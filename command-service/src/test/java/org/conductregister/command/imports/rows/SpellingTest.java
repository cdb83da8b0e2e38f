package org.conductregister.command.imports.rows;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cells as people fill them in. */
class SpellingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            occurredOn | 2/6/2018            | 2018-06-02
            occurredOn | 02.06.2018          | 2018-06-02
            occurredOn | 2018-06-02          | 2018-06-02
            occurredOn | 2018-06-02 00:00:00 | 2018-06-02
            occurredOn | 31/6/2018           | 31/6/2018
            occurredOn | 2/6/18              | 2/6/18
            category   | Sexual assault      | SEXUAL_ASSAULT
            kind       | death or serious injury | DEATH_OR_SERIOUS_INJURY
            tags       | vawg; against colleague | VAWG;AGAINST_COLLEAGUE
            accepted   | Yes                 | true
            accepted   | n                   | false
            accepted   | perhaps             | perhaps
            type       | case opened         | CaseOpened
            type       | CASE_OPENED         | CaseOpened
            type       | what happened       | what happened
            note       | as they wrote it    | as they wrote it
            note       | '=1+1               | =1+1
            caseId     | LAN-1               | LAN-1
            """, quoteCharacter = '`')
    void isReadAsItIsMeantOrLeftAsItIs(String field, String cell, String read) {
        assertThat(Spelling.of(field, cell)).isEqualTo(read);
    }
}

package org.conductregister.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayFieldTest {

    @Test
    void threeNumbersAreADay() {
        var faults = FormFaults.none();

        assertThat(new DayField("on", "2", "6", "2018").read("The day", true, faults))
                .isEqualTo("2018-06-02");
        assertThat(DayField.of("on", LocalDate.of(2018, 6, 2))).isEqualTo(new DayField("on", "2", "6", "2018"));
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            '' | '' | ''    | on-day   | Enter the day
            2  | '' | 2018  | on-month | The day must include a month
            2  | 6  | ''    | on-year  | The day must include a year
            31 | 2  | 2018  | on-day   | The day must be a real date
            x  | 2  | 2018  | on-day   | The day must be a real date
            2  | 6  | 18    | on-year  | Year must include 4 numbers
            2  | 6  | 1750  | on-year  | Year must be 1829 or later
            """)
    void whatIsNoDayIsSaidAtTheInputThatIsWrong(String day, String month, String year, String target, String message) {
        var faults = FormFaults.none();

        assertThat(new DayField("on", day, month, year).read("The day", true, faults))
                .isNull();
        assertThat(faults.all()).containsExactly(new FormFaults.Fault("on", target, message, List.of()));
    }

    @Test
    void aDayThatIsNotRequiredMayBeLeftOut() {
        var faults = FormFaults.none();

        assertThat(DayField.empty("on").read("The day", false, faults)).isNull();
        assertThat(faults.isEmpty()).isTrue();
    }
}

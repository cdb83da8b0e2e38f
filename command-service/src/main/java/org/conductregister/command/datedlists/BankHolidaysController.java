package org.conductregister.command.datedlists;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.datedlists.BankHoliday;
import org.conductregister.platform.datedlists.BankHolidays;
import org.conductregister.terms.text.Label;
import org.conductregister.web.KnownAtParameter;
import org.conductregister.web.documents.ApiTags;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the bank holidays that administrators keep beside the calendar, and lets them state some. */
@RestController
@RequestMapping("/api/v1/bank-holidays")
class BankHolidaysController {

    private static final List<String> FIELDS = List.of("day", "name", "holiday");

    private final BankHolidays holidays;

    BankHolidaysController(BankHolidays holidays) {
        this.holidays = holidays;
    }

    @Operation(
            operationId = "bankHolidays",
            tags = ApiTags.CODE_LISTS,
            summary = "Bank holidays beside the calendar",
            description =
                    "The bank holidays of England and Wales that were added to the calendar that the product comes with,"
                            + " and those taken from it. With knownAt, as known at that instant.")
    @GetMapping
    List<BankHoliday> all(@RequestParam(required = false) @Nullable String knownAt) {
        return holidays.knownAt(KnownAtParameter.read(knownAt));
    }

    @Operation(
            operationId = "stateBankHolidays",
            tags = ApiTags.CODE_LISTS,
            summary = "State bank holidays",
            description =
                    "States that a day is a bank holiday (holiday true), or is none (false), whatever the calendar says."
                            + " All is done or nothing, and recorded with its instant: durations in working days as known at an"
                            + " earlier one stay as they were.")
    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    List<BankHoliday> put(@RequestBody byte[] json, Provenance by) {
        var sent =
                SentRows.read(json, "BANK_HOLIDAY_INVALID", FIELDS, BankHolidaysController::holiday, BankHoliday::day);
        holidays.put(sent, by.recordedBy());
        return holidays.knownAt(Instant.MAX);
    }

    private static @Nullable BankHoliday holiday(SentRows.Row row) {
        LocalDate day = row.text("day", DayText::parse);
        String name = row.text("name", text -> new Label(text).value());
        Boolean holiday = row.flag("holiday");
        return day == null || name == null || holiday == null ? null : new BankHoliday(day, name, holiday);
    }
}

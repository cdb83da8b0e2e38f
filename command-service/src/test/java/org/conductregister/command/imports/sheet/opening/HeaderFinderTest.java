package org.conductregister.command.imports.sheet.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.csv;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.rows;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeaderFinderTest {

    @TempDir
    private Path directory;

    @Test
    void linesAboveTheHeaderArePassedOver() throws IOException {
        var sheet = sheet(csv(
                directory,
                "Complaints register,,\nRun: 27/07/2020 11:33,,\n,,\nCase,Received,Status\nM-1,03/02/2019,Open\n"));

        assertThat(sheet.header()).isEqualTo(4);
        assertThat(sheet.columns()).containsExactly("Case", "Received", "Status");
        assertThat(rows(sheet)).extracting(SheetRow::line).containsExactly(5L);
    }

    @Test
    void aHeaderOfTwoLinesNamesByBoth() throws IOException {
        var sheet = sheet(
                csv(
                        directory,
                        "Case,Complainant,,Officer,\n,Name,Age,Name,Rank\nM-1,Ann,42,Bob,Sergeant\nM-2,Eve,51,Joe,Constable\n"));

        assertThat(sheet.header()).isEqualTo(2);
        assertThat(sheet.columns()).containsExactly("Case", "Complainant Name", "Age", "Officer Name", "Rank");
    }

    @Test
    void namesAreEachGivenOnce() throws IOException {
        var sheet = sheet(csv(directory, "Case,Name,Name,,\"Day\nreceived\"\nM-1,a,b,c,2019-02-03\n"));

        assertThat(sheet.columns()).containsExactly("Case", "Name", "Name (2)", "Column D", "Day received");
    }

    @Test
    void theRowThatHasAllNamesOfTheMappingIsTheHeader() throws IOException {
        var file = csv(directory, "Force,Region,Year\nNORTH,2,2019\nCase,Received,Status\nM-1,03/02/2019,Open\n");

        var opened = Sheet.open(file, new SheetChoice(null, null, Set.of("Received", "Case")));

        assertThat(((Opened.Known) opened).sheet().header()).isEqualTo(3);
    }

    @Test
    void aSheetWithoutNamesIsAskedAbout() throws IOException {
        var opened = Sheet.open(csv(directory, "M-1,03/02/2019,Open\nM-2,04/02/2019,Open\n"), SheetChoice.NONE);

        assertThat(opened)
                .isInstanceOfSatisfying(
                        Opened.WhichHeader.class,
                        asked -> assertThat(asked.first()).hasSize(2));
    }

    @Test
    void theLineChosenIsTaken() throws IOException {
        var file = csv(directory, "a,b\nc,d\n1,2\n");

        var opened = Sheet.open(file, new SheetChoice(null, 2, Set.of()));

        assertThat(((Opened.Known) opened).sheet().columns()).containsExactly("c", "d");
        assertThatThrownBy(() -> Sheet.open(file, new SheetChoice(null, 9, Set.of())))
                .isInstanceOf(UnfitSheetException.class)
                .hasMessageContaining("Line 9");
    }

    @Test
    void aTotalRowIsKnown() throws IOException {
        var rows = rows(sheet(csv(directory, "case,n\nM-1,3\nTotal,3\nGrand total:,\"1,234\"\nTotally unlike,x\n")));

        assertThat(rows).extracting(SheetRow::isTotal).containsExactly(false, true, true, false);
    }
}

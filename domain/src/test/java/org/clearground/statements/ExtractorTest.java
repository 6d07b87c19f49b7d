// SPDX-License-Identifier: Apache-2.0
package org.clearground.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.clearground.errors.Finding;
import org.clearground.errors.FindingCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Habits and traps of published releases, one by one. */
class ExtractorTest {

    private static final Extractor EXTRACTOR = new Extractor(ExampleNames.NAMES_OF_PACK);

    private static List<Claim> read(String text) {
        return EXTRACTOR
                .read(new Release("a.txt", text, LocalDate.of(2032, 5, 10), null))
                .claims();
    }

    private static List<FindingCode> codes(String text) {
        return read(text).stream()
                .flatMap(claim -> claim.findings().stream())
                .map(Finding::code)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Teams cleared 2,046.3 hectares last week. | 2046.3",
                "Teams cleared 453, 90 hectares last week. | 453.90",
                "Teams cleared 5,264,14 hectares in August. | 5264.14",
                "Teams cleared 254hectares last week. | 254",
                "Teams cleared 62 thousand hectares of land. | 62000",
                "Təmizlənib: 69.2 min hektar ərazi, ANAMA bildirib. | 69200",
                "За неделю очищено 2 046,3 га территории. | 2046.3",
                "Es wurden 2.046,3 Hektar von Minen geräumt. | 2046.3"
            })
    void areasAreReadByTheHabitsOfTheirLanguage(String text, BigDecimal hectares) {
        assertThat(read(text)).singleElement().satisfies(claim -> assertThat(claim.value())
                .isEqualByComparingTo(hectares));
    }

    @Test
    void theSpanIsThatOfTheTextAsGiven() {
        var text = "АNАМА:\u00A0\n\nTeams of ANAMA found 1 204 UXO and cleared 12 ha last week.";

        assertThat(read(text)).extracting(claim -> claim.span().of(text)).containsExactly("1 204", "12");
    }

    @Test
    void whatIsNotNamedIsAbsent() {
        assertThat(read("Sappers found 21 anti-tank mines and 515 UXO last week."))
                .extracting(Claim::measured)
                .containsExactly(Measured.ANTI_TANK_MINES, Measured.UNEXPLODED_ORDNANCE);
    }

    @Test
    void calibresAndModelsAreNoCounts() {
        assertThat(read("Sappers found 19 TM-62 anti-tank mines and 5 14,7-mm cartridges in the 44-day war zone."))
                .extracting(claim -> claim.value().intValue())
                .containsExactly(19, 5);
    }

    @Test
    void anAmbiguousAreaKeepsBothReadings() {
        assertThat(read("Teams cleared 5.246 hectares last week."))
                .singleElement()
                .satisfies(claim -> {
                    assertThat(claim.value()).isEqualByComparingTo("5246");
                    assertThat(claim.otherReadings())
                            .extracting(OtherReading::why)
                            .containsExactly(OtherReading.Why.MARK_IS_DECIMAL);
                });
    }

    @Test
    void inspectedIsNotCleared() {
        assertThat(read("Teams inspected 457 hectares last week."))
                .extracting(Claim::measured)
                .containsExactly(Measured.AREA_INSPECTED);
    }

    @Test
    void sumsAndUnitsAreChecked() {
        assertThat(codes("139 mines defused last week\n\nFound were 50 anti-tank mines and 87 anti-personnel mines."))
                .contains(FindingCode.STATEMENT_TOTAL_DIFFERS);
        assertThat(codes("Teams cleared 2 436 776 m² (143 ha) last week."))
                .contains(FindingCode.STATEMENT_AREAS_DIFFER);
    }

    @Test
    void relativeDaysStayOpenWithoutADayOfPublication() {
        var claims = EXTRACTOR
                .read(new Release("a.txt", "Sappers found 21 anti-tank mines last week.", null, null))
                .claims();

        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.period().iso()).isEqualTo("-");
            assertThat(claim.period().kind()).isEqualTo(PeriodKind.WEEK);
        });
    }

    @Test
    void goldMinesAreNoMines() {
        assertThat(read("Gold mine reports record output\n\nThe company opened 3 mines on 340 hectares."))
                .isEmpty();
    }
}

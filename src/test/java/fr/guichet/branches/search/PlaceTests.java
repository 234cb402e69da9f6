package fr.guichet.branches.search;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.domain.SearchText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people type to find a branch. */
class PlaceTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Saint-Malo       |       | saint malo
                    ST MALO          |       | saint malo
                    st-mal           |       | saint mal
                    Ste Anne d'Auray |       | sainte anne d auray
                    stras            |       | stras
                    st               |       | st
                    Besançon         |       | besancon
                    L’Haÿ-les-Roses  |       | l hay les roses
                    Œuilly           |       | oeuilly
                    35               | 35    |
                    35 400           | 35400 |
                    35400 St-Malo    | 35400 | saint malo
                    Saint-Malo 35400 | 35400 | saint malo
                    Paris 11         |       | paris 11
                    100%             | 100   |
                    """)
    void isComparedWithoutItsOrnaments(String typed, @Nullable String postcode, @Nullable String town) {
        assertThat(Place.of(typed)).isEqualTo(new Place(postcode, town));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "%%%", "\\", "'", "--", "漢字", "’"})
    void signsAloneAreNowhere(String typed) {
        assertThat(Place.of(typed).isNowhere()).isTrue();
    }

    @Test
    void theArticleOfATownCanBeLeftOut() {
        assertThat(Place.of("Havre").towns()).contains("havre", "le havre", "la havre", "les havre", "l havre");
        assertThat(Place.of("35400 Malo").towns()).contains("malo");
        assertThat(Place.of("35400").towns()).isEmpty();
    }

    @Test
    void whoWritesStMayMeanASaint() {
        assertThat(Place.of("St").towns()).contains("st", "saint");
        assertThat(Place.of("ste").towns()).contains("ste", "sainte");
        assertThat(Place.of("stras").towns()).contains("stras").noneMatch(town -> town.contains("saint"));
    }

    @Test
    void whatIsStoredIsWrittenTheSameWay() {
        assertThat(SearchText.of("Châlons-en-Champagne")).isEqualTo("chalons en champagne");
        assertThat(SearchText.of("Bourg-St-Maurice")).isEqualTo(SearchText.of("Bourg-Saint-Maurice"));
    }
}

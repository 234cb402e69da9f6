package fr.guichet.branches.search;

import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import fr.guichet.branches.Address;
import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.BranchesTest;
import fr.guichet.branches.NewBranch;
import fr.guichet.branches.Position;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.branches.search.BranchSearch.AfterDistance;
import fr.guichet.branches.search.BranchSearch.AfterTown;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two thousand branches all over France, some overseas, some nobody knows where. */
@BranchesTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BranchSearchTests {

    private static final Position RENNES = new Position(48.117, -1.678);
    private static final Position ON_THE_DATE_LINE = new Position(-13.3, 179.9);
    private static final Position NORTH_POLE = new Position(90, 0);

    private final BranchSearch search;
    private final Opening opening;
    private final BranchAdministration administration;
    private final JdbcClient jdbc;

    private List<Found> all = List.of();

    BranchSearchTests(BranchSearch search, Opening opening, BranchAdministration administration, JdbcClient jdbc) {
        this.search = search;
        this.opening = opening;
        this.administration = administration;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void openBranches() {
        var random = new Random(7);
        var branches = new ArrayList<NewBranch>();
        for (int i = 0; i < 1950; i++) {
            branches.add(branch(
                    i,
                    i % 3 == 0 ? "Saint-Malo" : "Ville " + i % 40,
                    new Position(42 + random.nextDouble() * 9, -5 + random.nextDouble() * 14)));
        }
        for (int i = 1950; i < 1980; i++) {
            branches.add(branch(
                    i,
                    "Mata-Utu",
                    new Position(-14 + random.nextDouble(), (i % 2 == 0 ? 179.5 : -179.5) + random.nextDouble() / 2)));
        }
        for (int i = 1980; i < 2000; i++) {
            branches.add(branch(i, "Nulle-Part", null));
        }
        administration.createBranches(SYSTEM, branches).orThrow();
        jdbc.sql("analyze branches.branch").update();
        all = search.byTown(null, null, 100_000);
    }

    /** Other tests share the database, and none of these is where its postcode says. */
    @AfterAll
    void forgetThem() {
        jdbc.sql(
                        "delete from branches.closure where branch_id in (select id from branches.branch where code like 'S-%')")
                .update();
        jdbc.sql("delete from branches.branch where code like 'S-%'").update();
    }

    private static NewBranch branch(int number, String town, @Nullable Position position) {
        return new NewBranch(
                "S-" + number + "-" + SampleNetwork.code(),
                new BranchSettings(
                        "Agence " + number,
                        new Address("1 rue Haute", "%05d".formatted(10_000 + number * 7 % 9000), town),
                        position,
                        ZoneId.of("Europe/Paris"),
                        null,
                        "Mo-Fr 09:00-12:30,14:00-18:00; Sa 09:00-12:00",
                        15,
                        "FR"),
                List.of());
    }

    /** Slowly and certainly: by the law of cosines in higher precision than needed here. */
    private static double metres(Position from, Found to) {
        var there = to.position();
        if (there == null) {
            return BranchSearch.NOWHERE;
        }
        var a = Math.toRadians(from.lat());
        var b = Math.toRadians(there.lat());
        var x = Math.cos(a) * Math.cos(Math.toRadians(from.lon()))
                - Math.cos(b) * Math.cos(Math.toRadians(there.lon()));
        var y = Math.cos(a) * Math.sin(Math.toRadians(from.lon()))
                - Math.cos(b) * Math.sin(Math.toRadians(there.lon()));
        var z = Math.sin(a) - Math.sin(b);
        return 2 * 6_371_008.8 * Math.asin(Math.min(1, Math.sqrt(x * x + y * y + z * z) / 2));
    }

    @Test
    void theNearestComeFirstOnEveryPage() {
        for (var from : List.of(RENNES, ON_THE_DATE_LINE, NORTH_POLE, new Position(47, 2), new Position(0, 0))) {
            var expected = all.stream()
                    .sorted(Comparator.comparingDouble(branch -> metres(from, branch)))
                    .toList();
            var seen = new ArrayList<Found>();
            AfterDistance after = null;
            for (int page = 0; page < 30; page++) {
                var found = search.byDistance(from, null, after, 20);
                seen.addAll(found);
                after = new AfterDistance(
                        Objects.requireNonNull(found.getLast().distance()),
                        found.getLast().id());
            }
            assertThat(seen).doesNotHaveDuplicates();
            for (int i = 0; i < seen.size(); i++) {
                assertThat(seen.get(i).distance()).isCloseTo(metres(from, expected.get(i)), within(0.5));
            }
        }
    }

    @Test
    void everyBranchIsFoundOnceHoweverItIsPaged() {
        var seen = new ArrayList<UUID>();
        AfterDistance after = null;
        while (true) {
            var found = search.byDistance(RENNES, null, after, 130);
            found.forEach(branch -> seen.add(branch.id()));
            if (found.size() < 130) {
                break;
            }
            after = new AfterDistance(
                    Objects.requireNonNull(found.getLast().distance()),
                    found.getLast().id());
        }
        assertThat(seen).doesNotHaveDuplicates().hasSameSizeAs(all);
        var byTown = new ArrayList<UUID>();
        AfterTown town = null;
        while (true) {
            var found = search.byTown(Place.of("ville"), town, 130);
            found.forEach(branch -> byTown.add(branch.id()));
            if (found.size() < 130) {
                break;
            }
            town = new AfterTown(found.getLast().searchTown(), found.getLast().id());
        }
        assertThat(byTown)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(all.stream()
                        .filter(branch -> branch.searchTown().startsWith("ville"))
                        .map(Found::id)
                        .toList());
    }

    @Test
    void aPlaceNarrowsTheSearch() {
        assertThat(search.byTown(Place.of("st malo"), null, 1000)).hasSize(650);
        assertThat(search.byTown(Place.of("SAINT-M"), null, 1000)).hasSize(650);
        assertThat(search.byTown(Place.of("1000"), null, 1000))
                .allMatch(found -> found.address().postcode().startsWith("1000"));
        assertThat(search.byTown(Place.of("10000 Saint"), null, 10))
                .allMatch(found -> found.address().postcode().equals("10000"));
        assertThat(search.byDistance(RENNES, Place.of("Ville 3"), null, 1000))
                .allMatch(found -> found.searchTown().startsWith("ville 3"))
                .isSortedAccordingTo(Comparator.comparing(Found::distance, Comparator.nullsLast(Double::compare)));
        assertThat(search.byTown(Place.of("' or 1=1 --"), null, 10)).isEmpty();
    }

    @Test
    void aPageIsReadInMilliseconds() {
        var best = Duration.ofSeconds(10);
        for (int i = 0; i < 200; i++) {
            var start = System.nanoTime();
            var page = search.byDistance(RENNES, null, null, 21);
            assertThat(opening.of(page)).hasSize(21);
            var took = Duration.ofNanos(System.nanoTime() - start);
            best = took.compareTo(best) < 0 ? took : best;
        }

        assertThat(best).isLessThan(Duration.ofMillis(20));
    }

    @Test
    void opennessIsTheBranchsOwn() {
        var page = search.byDistance(RENNES, null, null, 5);
        // Monday 16 November 2026 at noon in Paris.
        assertThat(opening.of(page).values()).allSatisfy(openness -> {
            assertThat(openness.openNow()).isTrue();
            assertThat(openness.nextOpening()).isEqualTo("2026-11-16T13:00:00Z");
        });
        var closed = page.getFirst();
        administration
                .addClosure(
                        SYSTEM,
                        new fr.guichet.shared.BranchId(closed.id()),
                        SampleNetwork.span("2026-11-16T08:00", "2026-11-19T08:00"),
                        "Travaux")
                .orThrow();
        var openness = Objects.requireNonNull(opening.of(page).get(closed.id()));
        assertThat(openness.openNow()).isFalse();
        assertThat(openness.nextOpening()).isEqualTo("2026-11-19T08:00:00Z");
    }
}

package fr.guichet.branches.network;

import static fr.guichet.branches.SampleNetwork.SYSTEM;
import static fr.guichet.branches.SampleNetwork.administrator;
import static fr.guichet.branches.SampleNetwork.manager;
import static fr.guichet.branches.network.NetworkFiles.HEADER;
import static fr.guichet.branches.network.NetworkFiles.bytes;
import static fr.guichet.branches.network.NetworkFiles.sample;
import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.BranchRefusal;
import fr.guichet.branches.BranchesTest;
import fr.guichet.branches.SampleNetwork;
import fr.guichet.branches.Schedules;
import fr.guichet.branches.events.BranchScheduleChanged;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.test.PublishedEvents;

/** Files against the database. */
@BranchesTest
class NetworkImportTests {

    private final NetworkImport importing;
    private final NetworkExport exporting;
    private final NetworkRows network;
    private final Schedules schedules;

    NetworkImportTests(NetworkImport importing, NetworkExport exporting, NetworkRows network, Schedules schedules) {
        this.importing = importing;
        this.exporting = exporting;
        this.network = network;
        this.schedules = schedules;
    }

    private ImportResult csv(ImportMode mode, String rows) {
        return csv(mode, bytes(HEADER + rows));
    }

    private ImportResult csv(ImportMode mode, byte[] file) {
        return run(NetworkFormat.CSV, mode, file);
    }

    private ImportResult run(NetworkFormat format, ImportMode mode, byte[] file) {
        return importing.take(SYSTEM, importing.judge(SYSTEM, format, file).orThrow(), mode);
    }

    private NetworkRows.Known branch(String code) {
        return Objects.requireNonNull(network.find(List.of(code)).get(code), code);
    }

    private static String row(String code, String hours) {
        return code + ",Agence,1 rue Haute,35000,Rennes,FR,48.1,-1.6,0299010203,,\"" + hours + "\",,\n";
    }

    @Test
    void aCorrectNetworkIsTakenWithWhatItsPostcodesTell() {
        var result = csv(ImportMode.TAKE_ALL, sample("agences-correctes.csv"));
        assertThat(result).isEqualTo(new ImportResult(4, 4, 0, 0, 0, List.of(), true));
        var island = branch("FDF-01").settings();
        assertThat(island.zone().getId()).isEqualTo("America/Martinique");
        assertThat(island.holidayRegion()).isEqualTo("FR_MARTINIQUE");
        assertThat(island.phone()).isEqualTo("+596596010203");
        assertThat(branch("STR-01").settings().holidayRegion()).isEqualTo("FR_ALSACE_MOSELLE");
        assertThat(branch("VAN-02").settings().gridMinutes()).isEqualTo(20);
        var christmasEve = LocalDate.of(2026, 12, 24);
        assertThat(schedules.of(branch("STR-01").id()).orElseThrow().openTime(christmasEve, christmasEve.plusDays(2)))
                .as("closed on 25 and 26 December")
                .hasSize(2);
        assertThat(csv(ImportMode.TAKE_ALL, sample("agences-correctes.csv")))
                .as("a second time nothing changes")
                .isEqualTo(new ImportResult(4, 0, 0, 4, 0, List.of(), true));
    }

    @Test
    void ofADirtyFileTheGoodOnesCanBeTaken() {
        var checked = csv(ImportMode.CHECK, sample("agences.csv"));
        assertThat(checked.read()).isEqualTo(13);
        assertThat(checked.created()).isEqualTo(2);
        assertThat(checked.rejectedEntries()).isEqualTo(11);
        assertThat(checked.taken()).isFalse();
        assertThat(checked.rejects()).isSortedAccordingTo(java.util.Comparator.comparingInt(Reject::line));
        var all = csv(ImportMode.TAKE_ALL, sample("agences.csv"));
        assertThat(all.taken()).isFalse();
        assertThat(network.find(List.of("REN-01", "BRE-01"))).isEmpty();
        var good = csv(ImportMode.TAKE_GOOD, sample("agences.csv"));
        assertThat(good.taken()).isTrue();
        assertThat(good.created()).isEqualTo(2);
        assertThat(good.rejects()).isEqualTo(checked.rejects());
        assertThat(network.find(List.of("REN-01", "BRE-01", "REN-02"))).containsOnlyKeys("REN-01", "BRE-01");
    }

    @Test
    void openStreetMapIsTakenAndKnownAgainByItsIdentifiers() {
        var first = run(NetworkFormat.GEOJSON, ImportMode.TAKE_GOOD, sample("banques.geojson"));
        assertThat(first.read()).isEqualTo(6);
        assertThat(first.created()).isEqualTo(3);
        assertThat(first.rejectedEntries()).isEqualTo(3);
        assertThat(branch("ODET-29900").settings().name()).isEqualTo("Banque de l’Odet");
        assertThat(branch("way/98765432").settings().phone()).isEqualTo("+33298010205");
        var again = run(NetworkFormat.GEOJSON, ImportMode.TAKE_GOOD, sample("banques.geojson"));
        assertThat(again.unchanged()).isEqualTo(3);
        assertThat(again.created() + again.updated()).isZero();
    }

    @Test
    void aBrokenFileLeavesEverythingAsItWas() {
        var code = SampleNetwork.code();
        for (var mode : ImportMode.values()) {
            var result = csv(mode, row(code, "Mo-Fr 09:00-12:00") + "X,\"open\n");
            assertThat(result.taken()).isFalse();
            assertThat(result.rejects()).isNotEmpty();
        }
        assertThat(network.find(List.of(code))).isEmpty();
    }

    @Test
    void aBranchThatExistsIsChangedAndBookingsHearOfIt(PublishedEvents events) {
        var code = SampleNetwork.code();
        csv(ImportMode.TAKE_ALL, row(code, "Mo-Fr 09:00-12:00"));
        var branch = branch(code).id();
        var before = schedules.of(branch).orElseThrow();
        var result = csv(ImportMode.TAKE_ALL, row(code, "Mo-Fr 09:00-13:00"));
        assertThat(result.updated()).isEqualTo(1);
        var after = schedules.confirmed(branch).orElseThrow();
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(events.ofType(BranchScheduleChanged.class)
                        .matching(event -> event.branchId().equals(branch.value())))
                .hasSize(1);
    }

    @Test
    void whatTheFileDoesNotSpeakOfStays() {
        var code = SampleNetwork.code();
        var full = HEADER + code
                + ",Agence,1 rue Haute,35000,Rennes,FR,48.1,-1.6,0299010203,Europe/Brussels,Mo-Fr 09:00-12:00,FR_REUNION,30\n";
        csv(ImportMode.TAKE_ALL, bytes(full));
        csv(
                ImportMode.TAKE_ALL,
                bytes("code,name,street,postcode,town,opening_hours\n" + code
                        + ",Autre nom,1 rue Haute,35000,Rennes,Mo-Fr 09:00-12:00\n"));
        var kept = branch(code).settings();
        assertThat(kept.name()).isEqualTo("Autre nom");
        assertThat(kept.phone()).isEqualTo("+33299010203");
        assertThat(kept.position()).isNotNull();
        assertThat(kept.zone().getId()).isEqualTo("Europe/Brussels");
        assertThat(kept.gridMinutes()).isEqualTo(30);
        assertThat(kept.holidayRegion()).isEqualTo("FR_REUNION");
        csv(
                ImportMode.TAKE_ALL,
                HEADER.isEmpty() ? "" : code + ",A,1 rue Haute,35000,Rennes,,,,,,Mo-Fr 09:00-12:00,,\n");
        var emptied = branch(code).settings();
        assertThat(emptied.phone())
                .as("a column that is there and empty says: none")
                .isNull();
        assertThat(emptied.position()).isNull();
        assertThat(emptied.gridMinutes()).as("a branch always has a grid").isEqualTo(30);
    }

    @Test
    void importsAtTheSameTimeWaitForOneAnother() throws Exception {
        var codes = IntStream.range(0, 60).mapToObj(i -> SampleNetwork.code()).toList();
        var file = bytes(HEADER
                + codes.stream().map(code -> row(code, "Mo-Fr 09:00-12:00")).collect(Collectors.joining()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var runs = new ArrayList<Callable<ImportResult>>();
            for (int i = 0; i < 6; i++) {
                runs.add(() -> csv(ImportMode.TAKE_ALL, file));
            }
            var results = new ArrayList<ImportResult>();
            for (var run : threads.invokeAll(runs)) {
                results.add(run.get());
            }
            assertThat(results).allMatch(ImportResult::taken);
            assertThat(results.stream().mapToInt(ImportResult::created).sum()).isEqualTo(60);
            assertThat(results.stream().mapToInt(ImportResult::unchanged).sum()).isEqualTo(300);
        }
    }

    @Test
    void whatIsExportedChangesNothingWhenItIsTakenIn() {
        csv(ImportMode.TAKE_ALL, row(SampleNetwork.code(), "Mo-Fr 09:00-12:00; PH off"));
        for (var format : NetworkFormat.values()) {
            var file = exporting.run(administrator(), format).orThrow();
            var result = run(format, ImportMode.TAKE_ALL, bytes(file));
            assertThat(result.rejects()).isEmpty();
            assertThat(result.unchanged()).isEqualTo(result.read()).isPositive();
        }
    }

    @Test
    void onlyThoseWhoRunTheBankMay() {
        var manager = manager(BranchId.next());
        assertThat(importing.judge(manager, NetworkFormat.CSV, new byte[0]))
                .isEqualTo(Outcome.refused(new BranchRefusal.Forbidden()));
        assertThat(exporting.run(manager, NetworkFormat.CSV)).isEqualTo(Outcome.refused(new BranchRefusal.Forbidden()));
    }

    @Test
    void thousandsTakeSeconds() {
        var prefix = SampleNetwork.code();
        var rows = IntStream.range(0, 5000)
                .mapToObj(i -> row(prefix + "-" + i, "Mo-Fr 09:00-12:00"))
                .collect(Collectors.joining());
        assertThat(csv(ImportMode.TAKE_ALL, rows).created()).isEqualTo(5000);
        assertThat(csv(ImportMode.TAKE_ALL, rows.replace("12:00", "12:30")).updated())
                .isEqualTo(5000);
    }
}

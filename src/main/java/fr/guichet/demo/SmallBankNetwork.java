package fr.guichet.demo;

import fr.guichet.branches.Address;
import fr.guichet.branches.BranchAdministration;
import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.NewAdviser;
import fr.guichet.branches.NewBranch;
import fr.guichet.branches.Position;
import fr.guichet.shared.Actor;
import fr.guichet.shared.BranchId;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;

/** The branches of the small bank and who works there: eight advisers in each of the first three, three in the others. */
@Component
class SmallBankNetwork {

    /** Where Marie and Pierre are customers, Sophie receives and David manages. */
    static final String HOME_BRANCH = "LYO-BEL";

    static final String SOPHIE = "Sophie Bernard";

    private static final int LARGE_BRANCHES = 3;
    private static final int ADVISERS_OF_A_LARGE_BRANCH = 8;
    private static final int ADVISERS_OF_A_SMALL_BRANCH = 3;

    /** What each adviser of a branch can do besides everyday matters; the first three cover every reason. */
    private static final List<Set<String>> SPECIALITIES = List.of(
            Set.of("CREDIT", "INSURANCE"),
            Set.of("SAVINGS", "ESTATE"),
            Set.of("CREDIT", "SAVINGS", "INSURANCE"),
            Set.of("INSURANCE"),
            Set.of("CREDIT"),
            Set.of("SAVINGS"),
            Set.of("ESTATE", "INSURANCE"),
            Set.of());

    private static final List<Set<String>> LANGUAGES = List.of(
            Set.of("fr", "en"), Set.of("fr"), Set.of("fr", "es"), Set.of("fr"), Set.of("fr", "ar"), Set.of("fr", "de"));

    private final BranchAdministration administration;

    SmallBankNetwork(BranchAdministration administration) {
        this.administration = administration;
    }

    /** Opens the branches with their advisers and defines the reasons for a visit; identifiers by code, in the order of the file. */
    Map<String, BranchId> open(Actor actor, LocalDate today, People people) {
        SmallBankReasons.ALL.forEach(
                reason -> administration.defineReason(actor, reason).orThrow());
        var branches = new ArrayList<NewBranch>();
        for (var row : rows()) {
            branches.add(new NewBranch(row.get("code"), settings(row), advisers(row, branches.size(), today, people)));
        }
        var ids = administration.createBranches(actor, branches).orThrow();
        var byCode = new LinkedHashMap<String, BranchId>();
        for (var i = 0; i < ids.size(); i++) {
            byCode.put(branches.get(i).code(), ids.get(i));
        }
        return byCode;
    }

    private static List<NewAdviser> advisers(CSVRecord branch, int position, LocalDate today, People people) {
        var count = position < LARGE_BRANCHES ? ADVISERS_OF_A_LARGE_BRANCH : ADVISERS_OF_A_SMALL_BRANCH;
        var advisers = new ArrayList<NewAdviser>();
        var weeks = new SmallBankWeeks(branch);
        for (var i = 0; i < count; i++) {
            var name = i == 0 && branch.get("code").equals(HOME_BRANCH)
                    ? SOPHIE
                    : people.next().displayName();
            var skills = new java.util.HashSet<>(SPECIALITIES.get(i));
            skills.add("EVERYDAY");
            advisers.add(NewAdviser.of(
                    name, skills, LANGUAGES.get((position + i) % LANGUAGES.size()), weeks.of(i, today.minusWeeks(12))));
        }
        return advisers;
    }

    private static BranchSettings settings(CSVRecord row) {
        return new BranchSettings(
                row.get("name"),
                new Address(row.get("street"), row.get("postcode"), row.get("town")),
                new Position(Double.parseDouble(row.get("lat")), Double.parseDouble(row.get("lon"))),
                ZoneId.of(row.get("zone")),
                row.get("phone"),
                row.get("opening_hours"),
                Integer.parseInt(row.get("grid_minutes")),
                row.get("holiday_region"));
    }

    private static List<CSVRecord> rows() {
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (var reader = new InputStreamReader(
                        Objects.requireNonNull(SmallBankNetwork.class.getResourceAsStream("/demo/branches.csv")),
                        StandardCharsets.UTF_8);
                var parser = format.parse(reader)) {
            return parser.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

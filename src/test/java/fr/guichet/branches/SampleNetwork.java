package fr.guichet.branches;

import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.Reach;
import fr.guichet.shared.Right;
import fr.guichet.shared.Role;
import fr.guichet.shared.TimeSpan;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Branches, advisers and people for tests, each under a code of its own so that tests leave one another alone. */
public final class SampleNetwork {

    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
    public static final Actor SYSTEM = new Actor.SystemActor("test");

    private SampleNetwork() {}

    public static String code() {
        return "T" + UUID.randomUUID().toString().replace("-", "").substring(8, 30);
    }

    public static BranchSettings settings(String openingHours) {
        return new BranchSettings(
                "Agence de l’Hôtel de Ville",
                new Address("12 rue de la République", "69002", "Lyon"),
                new Position(45.764, 4.835),
                PARIS,
                "+33 4 78 00 00 00",
                openingHours,
                15,
                "FR");
    }

    public static NewBranch branch(NewAdviser... advisers) {
        return new NewBranch(code(), settings("Mo-Fr 09:00-12:30,14:00-18:00"), List.of(advisers));
    }

    public static NewAdviser adviser(String name, String... skills) {
        return NewAdviser.of(name, Set.of(skills), Set.of("fr"), everyWeekday("08:30-12:30", "13:30-17:30"));
    }

    public static WeeklyPattern everyWeekday(String... hours) {
        return new WeeklyPattern(LocalDate.parse("2026-01-05"), List.of(weekdays(hours)));
    }

    public static Map<DayOfWeek, List<LocalTimeRange>> weekdays(String... hours) {
        var week = new EnumMap<DayOfWeek, List<LocalTimeRange>>(DayOfWeek.class);
        for (var day = DayOfWeek.MONDAY; day != DayOfWeek.SATURDAY; day = day.plus(1)) {
            week.put(day, hours(hours));
        }
        return week;
    }

    public static List<LocalTimeRange> hours(String... ranges) {
        return Arrays.stream(ranges)
                .map(range -> range.split("-", 2))
                .map(ends -> new LocalTimeRange(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])))
                .toList();
    }

    public static ReasonDefinition reason(String code, String... skills) {
        return new ReasonDefinition(
                code,
                new Wording("Prêt immobilier", "Mortgage"),
                new Wording("Votre projet, vos questions.", "Your project, your questions."),
                Duration.ofMinutes(45),
                Duration.ZERO,
                Duration.ofMinutes(15),
                Duration.ofHours(2),
                90,
                Set.of(skills),
                List.of(new Wording("Pièce d’identité", "Proof of identity")),
                true);
    }

    /** A stretch of Paris time: {@code span("2026-11-23T09:00", "2026-11-23T12:00")}. */
    public static TimeSpan span(String from, String to) {
        return new TimeSpan(
                LocalDateTime.parse(from).atZone(PARIS).toInstant(),
                LocalDateTime.parse(to).atZone(PARIS).toInstant());
    }

    public static StaffActor staff(Role role, @Nullable BranchId branch, @Nullable AdviserId adviser) {
        return new StaffActor(AccountId.next(), Set.of(role), branch, adviser, right(role));
    }

    /** As far as each role reaches when it plans somebody's time. */
    private static Right right(Role role) {
        return switch (role) {
            case ADMINISTRATOR -> Right.ALL;
            case MANAGER -> new Right(Set.of(Reach.OWN_BRANCH), Set.of(Reach.OWN_BRANCH));
            case ADVISER -> new Right(Set.of(Reach.OWN), Set.of(Reach.OWN_BRANCH));
            default -> Right.NONE;
        };
    }

    public static StaffActor manager(BranchId branch) {
        return staff(Role.MANAGER, branch, null);
    }

    public static StaffActor administrator() {
        return staff(Role.ADMINISTRATOR, null, null);
    }
}

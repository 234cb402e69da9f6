package fr.guichet.appointments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.FreeSlots;
import fr.guichet.appointments.SlotSearch;
import fr.guichet.branches.ReasonId;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** When a branch can receive a visit. Anyone may ask, before signing in. */
@RestController
class SlotController {

    private static final Actor ANYONE = new Actor.SystemActor("anyone");

    private final Appointments appointments;
    private final Answers answers;

    SlotController(Appointments appointments, Answers answers) {
        this.appointments = appointments;
        this.answers = answers;
    }

    /** Free slots between two local dates of the branch, both included, at most 90 days. */
    @GetMapping("/api/slots")
    FreeSlotsView freeSlots(
            @RequestParam UUID branch,
            @RequestParam UUID reason,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable UUID adviser,
            Locale language) {
        if (to.isBefore(from) || to.toEpochDay() - from.toEpochDay() >= SlotSearch.MOST_DAYS) {
            throw Problems.invalid(new InvalidField("to", "appointments.invalid.days", List.of(SlotSearch.MOST_DAYS)))
                    .exception();
        }
        var search = new SlotSearch(
                new BranchId(branch), new ReasonId(reason), from, to, adviser == null ? null : new AdviserId(adviser));
        var slots = answers.of(appointments.freeSlots(search), ANYONE, () -> answers.zone(search.branch()), language);
        return FreeSlotsView.of(search, slots);
    }

    /**
     * Free slots as JSON.
     *
     * @param days every day asked for, those without slots included
     * @param firstAvailable the earliest of these slots; absent when there is none
     * @param horizon the first and the last day that can be booked at all
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "FreeSlots")
    record FreeSlotsView(
            UUID branchId,
            UUID reasonId,
            String zone,
            List<SlotDay> days,
            @Nullable SlotView firstAvailable,
            DateRange horizon) {

        static FreeSlotsView of(SlotSearch search, FreeSlots slots) {
            var times = new LocalTimes(slots.zone());
            return new FreeSlotsView(
                    search.branch().value(),
                    search.reason().value(),
                    slots.zone().getId(),
                    slots.days().stream()
                            .map(day -> new SlotDay(day.date(), SlotView.of(day.slots(), times)))
                            .toList(),
                    slots.first().map(slot -> SlotView.of(slot, times)).orElse(null),
                    new DateRange(slots.firstDay(), slots.lastDay()));
        }
    }

    /** One local day. */
    record SlotDay(LocalDate date, List<SlotView> slots) {}

    /** Both ends included. */
    record DateRange(LocalDate from, LocalDate to) {}
}

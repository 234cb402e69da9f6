package fr.guichet.appointments.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.appointments.Appointments;
import fr.guichet.appointments.FreeSlots;
import fr.guichet.appointments.SlotSearch;
import fr.guichet.branches.ReasonId;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor.SystemActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Free slots, for anyone. */
@RestController
class SlotsController {

    private static final SystemActor ANYONE = new SystemActor("passer-by");

    private final Appointments appointments;
    private final Answers answers;

    SlotsController(Appointments appointments, Answers answers) {
        this.appointments = appointments;
        this.answers = answers;
    }

    /** The days are those of the branch's zone, at most 90 of them; those without a free slot are listed, too. */
    @GetMapping("/api/slots")
    FreeSlotsView freeSlots(
            @RequestParam UUID branch,
            @RequestParam UUID reason,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable UUID adviser) {
        if (to.isBefore(from)) {
            throw Problems.invalid(new InvalidField("to", "appointments.invalid.order"))
                    .exception();
        }
        if (to.toEpochDay() - from.toEpochDay() >= SlotSearch.MOST_DAYS) {
            throw Problems.invalid(new InvalidField("to", "appointments.invalid.days", SlotSearch.MOST_DAYS))
                    .exception();
        }
        var search = new SlotSearch(
                new BranchId(branch), new ReasonId(reason), from, to, adviser == null ? null : new AdviserId(adviser));
        return FreeSlotsView.of(search, answers.of(ANYONE, search.branch(), appointments.freeSlots(search)));
    }

    /**
     * Free slots as JSON.
     *
     * @param firstAvailable the earliest of them; absent when there is none
     * @param horizon the days that can be booked at all for this reason
     */
    @Schema(name = "FreeSlots")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record FreeSlotsView(
            UUID branchId,
            UUID reasonId,
            String zone,
            List<Day> days,
            @Nullable SlotView firstAvailable,
            Dates horizon) {

        static FreeSlotsView of(SlotSearch search, FreeSlots found) {
            return new FreeSlotsView(
                    search.branch().value(),
                    search.reason().value(),
                    found.zone().getId(),
                    found.days().stream()
                            .map(day -> new Day(day.date(), SlotView.of(day.slots(), found.zone())))
                            .toList(),
                    found.first().map(slot -> SlotView.of(slot, found.zone())).orElse(null),
                    new Dates(found.firstDay(), found.lastDay()));
        }

        /** One local day. */
        @Schema(name = "SlotDay")
        record Day(LocalDate date, List<SlotView> slots) {}

        /** From a day to a day, both included. */
        @Schema(name = "DateRange")
        record Dates(LocalDate from, LocalDate to) {}
    }
}

package fr.guichet.appointments.web;

import fr.guichet.appointments.Slot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A start at which a visit fits, as JSON.
 *
 * @param advisers how many advisers could receive it
 */
@Schema(name = "Slot")
record SlotView(OffsetDateTime start, OffsetDateTime end, int advisers) {

    static SlotView of(Slot slot, LocalTimes times) {
        return new SlotView(times.of(slot.start()), times.of(slot.end()), slot.advisers());
    }

    static List<SlotView> of(List<Slot> slots, LocalTimes times) {
        return slots.stream().map(slot -> of(slot, times)).toList();
    }
}

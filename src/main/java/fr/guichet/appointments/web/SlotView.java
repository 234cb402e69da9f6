package fr.guichet.appointments.web;

import fr.guichet.appointments.Slot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A free slot as JSON, in the branch's offset.
 *
 * @param advisers how many could receive it
 */
@Schema(name = "Slot")
record SlotView(OffsetDateTime start, OffsetDateTime end, int advisers) {

    static SlotView of(Slot slot, ZoneId zone) {
        return new SlotView(Views.local(slot.start(), zone), Views.local(slot.end(), zone), slot.advisers());
    }

    static List<SlotView> of(List<Slot> slots, ZoneId zone) {
        return slots.stream().map(slot -> of(slot, zone)).toList();
    }
}

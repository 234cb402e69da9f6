package fr.guichet.appointments.listeners;

import fr.guichet.appointments.application.OfferSlots;
import fr.guichet.appointments.events.SlotFreed;
import fr.guichet.branches.events.BranchScheduleChanged;
import fr.guichet.shared.BranchId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Offers what comes free to those who wait. Idempotent: whoever has an offer is not offered another. */
@Component
class WaitingListListeners {

    private final OfferSlots offers;

    WaitingListListeners(OfferSlots offers) {
        this.offers = offers;
    }

    @ApplicationModuleListener(id = "appointments.offer-freed-slot")
    void on(SlotFreed freed) {
        offers.offer(freed);
    }

    @ApplicationModuleListener(id = "appointments.offer-new-hours")
    void on(BranchScheduleChanged changed) {
        offers.offer(new BranchId(changed.branchId()));
    }
}

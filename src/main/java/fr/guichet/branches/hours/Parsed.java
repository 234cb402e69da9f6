package fr.guichet.branches.hours;

import java.util.List;

/** What became of written hours. */
public sealed interface Parsed {

    /** Hours that can be asked about days. */
    record Valid(OpeningHours hours) implements Parsed {}

    /**
     * Hours that cannot be taken.
     *
     * @param faults at least one
     */
    record Invalid(List<Fault> faults) implements Parsed {

        public Invalid {
            faults = List.copyOf(faults);
        }
    }
}

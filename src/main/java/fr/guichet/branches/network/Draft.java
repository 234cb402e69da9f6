package fr.guichet.branches.network;

import fr.guichet.branches.Address;
import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.Position;
import fr.guichet.branches.domain.PhoneNumbers;
import fr.guichet.branches.hours.HolidayRegion;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A branch as a file wants it, every value fit to be kept. What the file does not speak of is null, and stays as it is in a branch
 * that exists.
 *
 * @param saysPosition whether the file speaks of the position, be it to leave it empty; likewise for the phone
 */
record Draft(
        int line,
        String code,
        String name,
        Address address,
        String openingHours,
        boolean saysPosition,
        @Nullable Position position,
        boolean saysPhone,
        @Nullable String phone,
        @Nullable ZoneId zone,
        @Nullable HolidayRegion holidayRegion,
        @Nullable Integer gridMinutes) {

    private static final int USUAL_GRID = 15;

    /** For a branch that does not exist yet: the postcode tells the zone and the holidays. */
    BranchSettings created() {
        var territory = Territory.of(address.postcode());
        return new BranchSettings(
                name,
                address,
                position,
                zone == null ? territory.zone() : zone,
                phone,
                openingHours,
                gridMinutes == null ? USUAL_GRID : gridMinutes,
                (holidayRegion == null ? territory.holidays() : holidayRegion).name());
    }

    /** For a branch that exists. */
    BranchSettings changed(BranchSettings present) {
        return new BranchSettings(
                name,
                address,
                saysPosition ? position : present.position(),
                Objects.requireNonNullElse(zone, present.zone()),
                phone(present.phone()),
                openingHours,
                Objects.requireNonNullElse(gridMinutes, present.gridMinutes()),
                holidayRegion == null ? present.holidayRegion() : holidayRegion.name());
    }

    /** A number that is written another way is the same number. */
    private @Nullable String phone(@Nullable String present) {
        if (!saysPhone || present == null) {
            return saysPhone ? phone : present;
        }
        return PhoneNumbers.normalized(present).equals(Optional.ofNullable(phone)) ? present : phone;
    }
}

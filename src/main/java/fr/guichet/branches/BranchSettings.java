package fr.guichet.branches;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of a branch and changed later.
 *
 * @param phone as people dial it; at most 40 characters
 * @param openingHours in OSM syntax; whether it can be read is judged when it is used
 * @param gridMinutes distance of possible starts from the local hour: 5 to 60, a divisor of 60
 * @param holidayRegion whose public holidays it keeps: {@code FR}, {@code FR_ALSACE_MOSELLE} or an overseas one
 */
public record BranchSettings(
        String name,
        Address address,
        @Nullable Position position,
        ZoneId zone,
        @Nullable String phone,
        String openingHours,
        int gridMinutes,
        String holidayRegion) {

    public BranchSettings {
        if (name.isBlank() || name.length() > 200) {
            throw new IllegalArgumentException("name");
        }
        if (phone != null && (phone.isBlank() || phone.length() > 40)) {
            throw new IllegalArgumentException("phone");
        }
        if (openingHours.isBlank() || openingHours.length() > 1000) {
            throw new IllegalArgumentException("openingHours");
        }
        if (!isGrid(gridMinutes)) {
            throw new IllegalArgumentException("gridMinutes");
        }
    }

    public static boolean isGrid(int minutes) {
        return minutes >= 5 && minutes <= 60 && 60 % minutes == 0;
    }
}

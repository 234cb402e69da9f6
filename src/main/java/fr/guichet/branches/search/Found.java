package fr.guichet.branches.search;

import fr.guichet.branches.Address;
import fr.guichet.branches.Position;
import fr.guichet.branches.hours.HolidayRegion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A branch as the search finds it.
 *
 * @param searchTown its town as the search compares it
 * @param distance in metres from where it was asked; null if that was not asked
 */
record Found(
        UUID id,
        String code,
        String name,
        Address address,
        @Nullable Position position,
        @Nullable String phone,
        ZoneId zone,
        String openingHours,
        HolidayRegion holidayRegion,
        String searchTown,
        @Nullable Double distance) {

    static Found of(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return new Found(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                new Address(row.getString("street"), row.getString("postcode"), row.getString("town")),
                latitude == null || longitude == null ? null : new Position(latitude, longitude),
                row.getString("phone"),
                ZoneId.of(row.getString("zone")),
                row.getString("opening_hours"),
                HolidayRegion.valueOf(row.getString("holiday_region")),
                row.getString("search_town"),
                row.getObject("distance", Double.class));
    }
}

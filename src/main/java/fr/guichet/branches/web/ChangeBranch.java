package fr.guichet.branches.web;

import fr.guichet.branches.Address;
import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.Position;
import fr.guichet.branches.domain.PhoneNumbers;
import fr.guichet.branches.domain.Postcodes;
import fr.guichet.branches.hours.HolidayRegion;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A branch as its manager wants it to be.
 *
 * @param position absent when not known
 * @param phone as people write it; absent when there is none
 * @param zone such as {@code Europe/Paris}
 * @param openingHours in OSM syntax, such as {@code Mo-Fr 09:00-12:30,14:00-18:00}
 * @param gridMinutes a divisor of 60
 */
record ChangeBranch(
        @NotBlank @Size(max = 200) String name,
        @NotNull @Valid ChangeAddress address,
        @Valid @Nullable ChangePosition position,
        @NotBlank @Size(max = 64) String zone,
        @Size(max = 40) @Nullable String phone,
        @NotBlank @Size(max = 1000) String openingHours,
        @NotNull @Min(5) @Max(60) Integer gridMinutes,
        @NotNull HolidayRegion holidayRegion) {

    /** Where it stands. */
    record ChangeAddress(
            @NotBlank @Size(max = 200) String street,
            @NotNull @Pattern(regexp = "\\d{5}") String postcode,
            @NotBlank @Size(max = 100) String town) {

        Address address() {
            return new Address(street.strip(), postcode, town.strip());
        }
    }

    /** WGS 84, in degrees. */
    record ChangePosition(
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double lat,
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double lon) {}

    /** Ends the request with a problem where a value is none of those possible. */
    BranchSettings settings() {
        var errors = new ArrayList<InvalidField>();
        if (!BranchSettings.isGrid(gridMinutes)) {
            errors.add(new InvalidField("gridMinutes", "branches.invalid.grid"));
        }
        if (!ZoneId.getAvailableZoneIds().contains(zone)) {
            errors.add(new InvalidField("zone", "branches.invalid.zone"));
        }
        if (!Postcodes.isPostcode(address.postcode())) {
            errors.add(new InvalidField("address.postcode", "branches.invalid.postcode"));
        }
        var number = phone == null || phone.isBlank() ? Optional.<String>empty() : PhoneNumbers.normalized(phone);
        if (number.isEmpty() && phone != null && !phone.isBlank()) {
            errors.add(new InvalidField("phone", "branches.invalid.phone"));
        }
        if (!errors.isEmpty()) {
            throw Problems.invalid(errors).exception();
        }
        return new BranchSettings(
                name.strip(),
                address.address(),
                position == null ? null : new Position(position.lat(), position.lon()),
                ZoneId.of(zone),
                number.orElse(null),
                openingHours.strip(),
                gridMinutes,
                holidayRegion.name());
    }
}

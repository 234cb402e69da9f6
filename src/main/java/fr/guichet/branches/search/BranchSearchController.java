package fr.guichet.branches.search;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.guichet.branches.Address;
import fr.guichet.branches.Position;
import fr.guichet.branches.domain.Openness;
import fr.guichet.branches.search.BranchSearch.AfterDistance;
import fr.guichet.branches.search.BranchSearch.AfterTown;
import fr.guichet.platform.web.Cursors;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Page;
import fr.guichet.platform.web.Problems;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The list of branches that everyone may search. */
@RestController
class BranchSearchController {

    private static final int LONGEST_TEXT = 100;
    private static final int MOST_ROWS = 50;
    private static final Pattern POSITION =
            Pattern.compile("(-?\\d{1,3}(?:\\.\\d{1,20})?),\\s?(-?\\d{1,3}(?:\\.\\d{1,20})?)");

    private final BranchSearch search;
    private final Opening opening;

    BranchSearchController(BranchSearch search, Opening opening) {
        this.search = search;
        this.opening = opening;
    }

    /**
     * A branch in a list.
     *
     * @param nextOpening when its doors open next; absent if not within three weeks
     * @param distanceMetres as the crow flies; absent if not asked for or if nobody knows where the branch is
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BranchSummary(
            UUID id,
            String code,
            String name,
            Address address,
            @Nullable Position position,
            @Nullable String phone,
            String zone,
            String openingHours,
            boolean openNow,
            @Nullable OffsetDateTime nextOpening,
            @Nullable Integer distanceMetres) {}

    /**
     * Finds branches.
     *
     * @param q the beginning of a town or postcode; accents, case, hyphens, a missing article and "St" for "Saint" make no difference
     * @param near {@code latitude,longitude}: the nearest come first
     */
    @GetMapping("/api/branches")
    Page<BranchSummary> searchBranches(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String near,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (limit < 1 || limit > MOST_ROWS) {
            throw invalid("limit", "branches.invalid.limit", MOST_ROWS);
        }
        var place = place(q);
        var from = position(near);
        if (place != null && place.isNowhere()) {
            return new Page<>(List.of(), null);
        }
        var page = from == null ? byTown(place, cursor, limit) : byDistance(from, place, cursor, limit);
        var openness = opening.of(page.items());
        return page.map(found -> summary(found, Objects.requireNonNull(openness.get(found.id()))));
    }

    private Page<Found> byTown(@Nullable Place place, @Nullable String cursor, int limit) {
        var after = cursor == null ? null : Cursors.read(cursor, keys -> new AfterTown(keys.text(0), keys.uuid(1)));
        return Page.of(search.byTown(place, after, limit + 1), limit, last -> Cursors.of(last.searchTown(), last.id()));
    }

    private Page<Found> byDistance(Position from, @Nullable Place place, @Nullable String cursor, int limit) {
        var after =
                cursor == null ? null : Cursors.read(cursor, keys -> new AfterDistance(keys.decimal(0), keys.uuid(1)));
        return Page.of(
                search.byDistance(from, place, after, limit + 1),
                limit,
                last -> Cursors.of(Objects.requireNonNull(last.distance()), last.id()));
    }

    private static @Nullable Place place(@Nullable String q) {
        if (q == null || q.isBlank()) {
            return null;
        }
        if (q.length() > LONGEST_TEXT) {
            throw invalid("q", "branches.invalid.search", LONGEST_TEXT);
        }
        return Place.of(q);
    }

    private static @Nullable Position position(@Nullable String near) {
        if (near == null || near.isBlank()) {
            return null;
        }
        var parts = POSITION.matcher(near);
        if (parts.matches()) {
            var lat = Double.parseDouble(parts.group(1));
            var lon = Double.parseDouble(parts.group(2));
            if (Math.abs(lat) <= 90 && Math.abs(lon) <= 180) {
                return new Position(lat, lon);
            }
        }
        throw invalid("near", "branches.invalid.near");
    }

    private static RuntimeException invalid(String parameter, String key, Object... arguments) {
        return Problems.invalid(new InvalidField(parameter, key, arguments)).exception();
    }

    private static BranchSummary summary(Found branch, Openness openness) {
        var next = openness.nextOpening();
        var distance = branch.distance();
        return new BranchSummary(
                branch.id(),
                branch.code(),
                branch.name(),
                branch.address(),
                branch.position(),
                branch.phone(),
                branch.zone().getId(),
                branch.openingHours(),
                openness.openNow(),
                next == null ? null : next.atZone(branch.zone()).toOffsetDateTime(),
                distance == null || distance >= BranchSearch.NOWHERE ? null : (int) Math.round(distance));
    }
}

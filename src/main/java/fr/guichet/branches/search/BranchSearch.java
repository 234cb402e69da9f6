package fr.guichet.branches.search;

import fr.guichet.branches.Position;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds branches, a page at a time. Pages hang together whatever is added or closed meanwhile: each begins after the last row seen,
 * by town and identifier, or by distance and identifier.
 */
@Component
class BranchSearch {

    /** Radius of the Earth in metres; a sphere is right to half a percent. */
    private static final double EARTH = 6_371_008.8;

    private static final double METRES_IN_A_DEGREE = Math.toRadians(1) * EARTH;

    /** Where branches are whose position nobody entered: behind all others. */
    static final double NOWHERE = 1e9;

    /** Around most people there are enough branches within the first. */
    private static final double[] RADII = {25_000, 250_000, NOWHERE};

    private static final String DISTANCE = """
            coalesce(2 * 6371008.8 * asin(least(1, sqrt(
                power(sin(radians(b.latitude - :lat) / 2), 2)
                + cos(radians(:lat)) * cos(radians(b.latitude)) * power(sin(radians(b.longitude - :lon) / 2), 2)))), 1e9)
            """;

    private static final String COLUMNS = """
            b.id, b.code, b.name, b.street, b.postcode, b.town, b.latitude, b.longitude, b.phone, b.zone, b.opening_hours,
            b.holiday_region, b.search_town
            """;

    private final JdbcClient jdbc;

    BranchSearch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** After the last row of the page before: its town as the search compares it, and its identifier. */
    record AfterTown(String town, UUID id) {}

    /** After the last row of the page before: its distance and its identifier. */
    record AfterDistance(double metres, UUID id) {}

    /** By town; at most {@code rows}. */
    List<Found> byTown(@Nullable Place place, @Nullable AfterTown after, int rows) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        at(place, conditions, parameters);
        if (after != null) {
            conditions.add("(b.search_town, b.id) > (:town_seen, :id_seen)");
            parameters.put("town_seen", after.town);
            parameters.put("id_seen", after.id);
        }
        return query(
                "select " + COLUMNS + ", null::float8 as distance from branches.branch b" + where(conditions)
                        + " order by b.search_town, b.id limit :rows",
                parameters,
                rows);
    }

    /** The nearest first; those without a position last. At most {@code rows}. */
    List<Found> byDistance(Position from, @Nullable Place place, @Nullable AfterDistance after, int rows) {
        List<Found> found = List.of();
        for (var radius : RADII) {
            var last = radius == NOWHERE;
            // A place is narrower than any circle.
            if (!last && (place != null || (after != null && after.metres >= radius))) {
                continue;
            }
            found = within(from, radius, place, after, rows);
            if (found.size() == rows) {
                break;
            }
        }
        return found;
    }

    private List<Found> within(
            Position from, double radius, @Nullable Place place, @Nullable AfterDistance after, int rows) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        parameters.put("lat", from.lat());
        parameters.put("lon", from.lon());
        at(place, conditions, parameters);
        if (radius < NOWHERE) {
            frame(from, radius, conditions, parameters);
        }
        var outer = new ArrayList<String>();
        if (radius < NOWHERE) {
            outer.add("d.distance <= :radius");
            parameters.put("radius", radius);
        }
        if (after != null) {
            outer.add("(d.distance, d.id) > (:metres_seen, :id_seen)");
            parameters.put("metres_seen", after.metres);
            parameters.put("id_seen", after.id);
        }
        return query(
                "select d.* from (select " + COLUMNS + ", " + DISTANCE + " as distance from branches.branch b"
                        + where(conditions) + ") d" + where(outer) + " order by d.distance, d.id limit :rows",
                parameters,
                rows);
    }

    /** The rectangle around the circle, which an index can find. Near the poles and the date line the sides are left open. */
    private static void frame(Position from, double radius, List<String> conditions, Map<String, Object> parameters) {
        var up = radius / METRES_IN_A_DEGREE * 1.01;
        conditions.add("b.latitude between :south and :north");
        parameters.put("south", from.lat() - up);
        parameters.put("north", from.lat() + up);
        var nearestPole = Math.min(Math.abs(from.lat()) + up, 89.9);
        var across = up / Math.cos(Math.toRadians(nearestPole));
        if (from.lon() - across > -180 && from.lon() + across < 180) {
            conditions.add("b.longitude between :west and :east");
            parameters.put("west", from.lon() - across);
            parameters.put("east", from.lon() + across);
        }
    }

    private static void at(@Nullable Place place, List<String> conditions, Map<String, Object> parameters) {
        if (place == null) {
            return;
        }
        if (place.postcode() != null) {
            conditions.add("b.postcode like :postcode");
            parameters.put("postcode", place.postcode() + "%");
        }
        var towns = new ArrayList<String>();
        for (var beginning : place.towns()) {
            var name = "town_" + towns.size();
            towns.add("b.search_town like :" + name);
            parameters.put(name, beginning + "%");
        }
        if (!towns.isEmpty()) {
            conditions.add("(" + String.join(" or ", towns) + ")");
        }
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private List<Found> query(String sql, Map<String, Object> parameters, int rows) {
        return jdbc.sql(sql)
                .params(parameters)
                .param("rows", rows)
                .query((row, _) -> Found.of(row))
                .list();
    }
}

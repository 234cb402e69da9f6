package fr.guichet.branches.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The shape of a feature on the map, of which only the middle is of interest. Coordinates are GeoJSON's: longitude, latitude. */
final class Outline {

    private final List<Line> lines = new ArrayList<>();
    private String type = "";

    /** A run of points. The first of its parent is a polygon's outer edge, the others are holes. */
    private static final class Line {

        private final boolean first;
        private double[] numbers = new double[16];
        private int size;

        Line(boolean first) {
            this.first = first;
        }

        void add(double number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, size * 2);
            }
            numbers[size++] = number;
        }

        double lon(int point) {
            return numbers[2 * point];
        }

        double lat(int point) {
            return numbers[2 * point + 1];
        }

        int points() {
            return size / 2;
        }

        boolean isClosed() {
            return points() >= 4 && lon(0) == lon(points() - 1) && lat(0) == lat(points() - 1);
        }
    }

    void type(String geometryType) {
        type = geometryType;
    }

    void beginLine(boolean first) {
        lines.add(new Line(first));
    }

    void point(double lon, double lat) {
        lines.getLast().add(lon);
        lines.getLast().add(lat);
    }

    /** Its middle, longitude first; empty if it has no point. Not judged: it may be anywhere, or not a number. */
    Optional<double[]> middle() {
        var areas = type.endsWith("Polygon")
                ? lines.stream().filter(line -> line.first).toList()
                : lines.stream().filter(Line::isClosed).toList();
        return middleOfAreas(areas).or(this::middleOfPoints);
    }

    /** Each area's centroid, weighted by its size: where a cut-out of the shape would balance. */
    private static Optional<double[]> middleOfAreas(List<Line> areas) {
        double size = 0;
        double lon = 0;
        double lat = 0;
        for (var area : areas) {
            // Relative to its first point, or the small differences would drown.
            double lon0 = area.points() == 0 ? 0 : area.lon(0);
            double lat0 = area.points() == 0 ? 0 : area.lat(0);
            double twice = 0;
            double x = 0;
            double y = 0;
            for (int i = 0; i + 1 < area.points(); i++) {
                double x1 = area.lon(i) - lon0;
                double y1 = area.lat(i) - lat0;
                double x2 = area.lon(i + 1) - lon0;
                double y2 = area.lat(i + 1) - lat0;
                double cross = x1 * y2 - x2 * y1;
                twice += cross;
                x += (x1 + x2) * cross;
                y += (y1 + y2) * cross;
            }
            if (twice != 0) {
                double weight = Math.abs(twice);
                size += weight;
                lon += (lon0 + x / (3 * twice)) * weight;
                lat += (lat0 + y / (3 * twice)) * weight;
            }
        }
        return size == 0 ? Optional.empty() : Optional.of(new double[] {rounded(lon / size), rounded(lat / size)});
    }

    private Optional<double[]> middleOfPoints() {
        double lon = 0;
        double lat = 0;
        long points = 0;
        for (var line : lines) {
            for (int i = 0; i < line.points(); i++) {
                lon += line.lon(i);
                lat += line.lat(i);
                points++;
            }
        }
        if (points == 0) {
            return Optional.empty();
        }
        return Optional.of(
                points == 1 ? new double[] {lon, lat} : new double[] {rounded(lon / points), rounded(lat / points)});
    }

    /** Seven decimals, as OpenStreetMap keeps them: a centimetre. */
    private static double rounded(double degrees) {
        return Double.isFinite(degrees) ? Math.round(degrees * 1e7) / 1e7 : degrees;
    }
}

package fr.guichet.appointments.domain;

import java.time.LocalDate;

/** The possible starts of a run of local days, as minutes in rising order. Immutable. */
public final class GridPoints {

    private final LocalDate firstDay;
    private final int[] firstOfDay;
    private final int[] points;
    private final double perMinute;

    /**
     * Made by {@link Grid#points}.
     *
     * @param firstOfDay for each day the index of its first point, then the number of points
     */
    GridPoints(LocalDate firstDay, int[] firstOfDay, int[] points) {
        this.firstDay = firstDay;
        this.firstOfDay = firstOfDay;
        this.points = points;
        int reach = points.length < 2 ? 1 : points[points.length - 1] - points[0];
        this.perMinute = Math.max(points.length - 1, 0) / (double) reach;
    }

    public int size() {
        return points.length;
    }

    /** The minute of the point. */
    public int minute(int index) {
        return points[index];
    }

    public LocalDate firstDay() {
        return firstDay;
    }

    public int days() {
        return firstOfDay.length - 1;
    }

    /** The index of the first point of a day, or of the day after the last; days before and after these are cut off. */
    public int firstOf(LocalDate date) {
        long day = date.toEpochDay() - firstDay.toEpochDay();
        return firstOfDay[(int) Math.clamp(day, 0L, days())];
    }

    /**
     * The index of the first point not before the minute; {@link #size()} if there is none. Points are nearly even, so a guess and
     * a few steps find it.
     */
    public int atOrAfter(int minute) {
        if (points.length == 0 || minute <= points[0]) {
            return 0;
        }
        if (minute > points[points.length - 1]) {
            return points.length;
        }
        int index = Math.clamp((long) ((minute - points[0]) * perMinute), 0, points.length - 1);
        while (index > 0 && points[index - 1] >= minute) {
            index--;
        }
        while (points[index] < minute) {
            index++;
        }
        return index;
    }
}

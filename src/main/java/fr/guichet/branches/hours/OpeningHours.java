package fr.guichet.branches.hours;

import fr.guichet.branches.LocalTimeRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * When a branch is open, week after week, in the {@code opening_hours} syntax of OpenStreetMap: {@code Mo-Fr 09:00-12:30,14:00-18:00;
 * Sa 09:00-12:00; PH off}. Immutable and safe to share between threads.
 *
 * <p>A later rule after {@code ;} replaces the earlier ones on its days, one after {@code ,} adds to them, one after {@code ||} fills
 * what they leave closed, and {@code off} takes its hours, or the whole day, away. One thing goes beyond the specification: on a public
 * holiday the branch is closed unless the text speaks of it, by {@code PH}, by naming that single date or by {@code 24/7}.
 *
 * <p>What cannot be turned into bookable hours with certainty (sunset, {@code 09:00+}, school holidays, "unknown", comments that may
 * change the meaning) is refused with the reason.
 */
public final class OpeningHours {

    /** The longest text that is read, in characters. OpenStreetMap itself stops at 255. */
    public static final int LONGEST_TEXT = 1000;

    /** Longer ones are not searched for habits of writing: nobody's hours are wrong at such length. */
    private static final int LONGEST_REPAIR = 255;

    private static final Pattern SPACES = Pattern.compile("[ \\t\\u00A0\\u202F]+");
    private static final LocalDate A_MONDAY = LocalDate.of(2024, 1, 1);

    private final String text;
    private final List<DayRule> rules;
    /** Monday to Sunday, then the same days as public holidays; null if the hours depend on more than the day of the week. */
    private final @Nullable List<List<LocalTimeRange>> week;

    private OpeningHours(String text, List<DayRule> rules) {
        this.text = text;
        this.rules = rules;
        this.week = rules.stream().allMatch(DayRule::isWeekly) ? week() : null;
    }

    /** Reads the text; says what is wrong with it, in order, if it cannot be taken. Never throws, whatever it is given. */
    public static Parsed parse(String text) {
        var written = text.strip();
        if (written.isEmpty()) {
            return new Parsed.Invalid(List.of(Fault.of("empty", "")));
        }
        if (written.length() > LONGEST_TEXT) {
            return new Parsed.Invalid(List.of(Fault.of("too-long", written, Integer.toString(LONGEST_TEXT))));
        }
        var plain = SPACES.matcher(written).replaceAll(" ");
        var strict = RuleReader.read(plain);
        if (strict.isValid() && !HandwrittenHours.hasOddCharacters(plain)) {
            return new Parsed.Valid(new OpeningHours(written, strict.rules()));
        }
        if (plain.length() > LONGEST_REPAIR) {
            return new Parsed.Invalid(
                    strict.isValid() ? List.of(Fault.of("unreadable", plain)) : strict.withSafeSuggestions());
        }
        var repaired = HandwrittenHours.repair(plain);
        if (repaired.faults().isEmpty()) {
            return new Parsed.Invalid(strict.withSafeSuggestions());
        }
        var again = RuleReader.read(repaired.text());
        var remaining =
                repaired.isComplete() && !repaired.text().isEmpty() ? again.withSafeSuggestions() : List.<Fault>of();
        var suggestion = again.isValid()
                ? repaired.text()
                : remaining.size() == 1 ? remaining.getFirst().suggestion() : null;
        var faults = new ArrayList<Fault>();
        repaired.faults().forEach(fault -> faults.add(fault.suggesting(suggestion)));
        faults.addAll(remaining);
        return new Parsed.Invalid(faults);
    }

    /**
     * The hours that begin on that date, in order, disjoint and not touching.
     *
     * @param publicHoliday whether the date is one where the branch is
     */
    public List<LocalTimeRange> on(LocalDate date, boolean publicHoliday) {
        if (week != null) {
            return week.get(date.getDayOfWeek().getValue() - 1 + (publicHoliday ? 7 : 0));
        }
        return evaluate(date, publicHoliday);
    }

    /** The text it was read from, without the space around it. Reading it again gives equal hours. */
    public String text() {
        return text;
    }

    private List<LocalTimeRange> evaluate(LocalDate date, boolean publicHoliday) {
        var open = Minutes.NONE;
        for (var rule : rules) {
            if (rule.concerns(date, publicHoliday)) {
                open = rule.applyTo(open);
            }
        }
        return open.ranges();
    }

    private List<List<LocalTimeRange>> week() {
        var days = new ArrayList<List<LocalTimeRange>>(14);
        for (int day = 0; day < 14; day++) {
            days.add(evaluate(A_MONDAY.plusDays(day % 7), day >= 7));
        }
        return List.copyOf(days);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpeningHours that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}

package fr.guichet.branches.hours;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier.Modifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.TokenMgrError;
import ch.poole.openinghoursparser.Util;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads text that keeps to the syntax into rules that can be evaluated, or says what in it cannot be. */
final class RuleReader {

    /** Comments that change nothing here: every visit booked with Guichet is by appointment. */
    private static final Pattern BY_APPOINTMENT = Pattern.compile(
            "(?:uniquement |seulement )?(?:sur|avec|par) (?:rdv|rendez[- ]?vous)(?: uniquement| seulement)?"
                    + "|rdv|rendez[- ]vous|(?:only )?(?:by|on|with) appointment(?: only)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final List<Rule> parsed;
    private final List<DayRule> rules = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private RuleReader(List<Rule> parsed) {
        this.parsed = parsed;
    }

    /** Rules if there is no fault. */
    record Reading(List<DayRule> rules, List<Fault> faults) {

        boolean isValid() {
            return faults.isEmpty();
        }

        /** The faults, their suggestions kept only where they can be taken. */
        List<Fault> withSafeSuggestions() {
            return faults.stream()
                    .map(fault -> fault.suggestion() == null
                                    || read(fault.suggestion()).isValid()
                            ? fault
                            : fault.suggesting(null))
                    .toList();
        }
    }

    static Reading read(String text) {
        try {
            return new RuleReader(new OpeningHoursParser(new StringReader(text)).rules(true)).read();
        } catch (OpeningHoursParseException e) {
            return unreadable(text, e.getColumn());
        } catch (RuntimeException | TokenMgrError e) {
            // The parser's way of refusing some of what its grammar lets through.
            return unreadable(text, 0);
        }
    }

    static boolean isByAppointment(String comment) {
        return BY_APPOINTMENT.matcher(comment.strip()).matches();
    }

    private static Reading unreadable(String text, int column) {
        var start = column >= 1 && column <= text.length() ? column - 1 : 0;
        while (start > 0 && isWord(text.charAt(start)) && isWord(text.charAt(start - 1))) {
            start--;
        }
        var end = start;
        while (end < text.length() && (end == start || (end - start < 20 && text.charAt(end) != ';'))) {
            end++;
        }
        return new Reading(
                List.of(),
                List.of(Fault.of("unreadable", text.substring(start, end).strip())));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == ':';
    }

    private Reading read() {
        for (int i = 0; i < parsed.size(); i++) {
            read(parsed.get(i), i);
        }
        var closesPartOfDays = rules.stream()
                .anyMatch(rule ->
                        rule.kind() == DayRule.Kind.CLOSE && !rule.minutes().equals(RuleTimes.WHOLE_DAY));
        if (faults.isEmpty() && closesPartOfDays) {
            rules.stream()
                    .filter(rule ->
                            rule.kind() != DayRule.Kind.CLOSE && rule.minutes().runsPastMidnight())
                    .findFirst()
                    .ifPresent(rule -> refuse(
                            "night-with-off",
                            RuleTimes.written(rule.minutes().stretches().getLast())));
        }
        if (faults.isEmpty()) {
            refuseRulesWithoutEffect();
        }
        return new Reading(List.copyOf(rules), List.copyOf(faults));
    }

    /**
     * {@code Mo-Fr 09:00-12:00; Mo-Fr 14:00-18:00} opens in the afternoon only, because a rule after a semicolon replaces the one
     * before. Nobody writes hours that never hold.
     */
    private void refuseRulesWithoutEffect() {
        for (int i = 1; i < rules.size(); i++) {
            if (rules.get(i).isMeantBeside(rules.get(i - 1)) && rules.size() == parsed.size()) {
                var both = parsed.get(i - 1) + "; " + parsed.get(i);
                var beside = parsed.get(i).copy();
                beside.setAdditive(true);
                var better = new ArrayList<>(parsed);
                better.set(i, beside);
                refuse("overridden", both, Util.rulesToOpeningHoursString(better));
            }
        }
    }

    private void read(Rule rule, int index) {
        var before = faults.size();
        if (rule.isEmpty()) {
            refuse("separator", index == 0 ? ";" : Util.rulesToOpeningHoursString(parsed.subList(0, index)) + ";");
            return;
        }
        if (rule.getComment() != null) {
            refuse("service", rule.getComment());
        }
        var modifier = rule.getModifier() == null ? null : rule.getModifier().getModifier();
        var comment = rule.getModifier() == null ? null : rule.getModifier().getComment();
        var closes = modifier == Modifier.OFF || modifier == Modifier.CLOSED;
        if (modifier == Modifier.UNKNOWN) {
            refuse("unknown", rule.toString(), rule.isFallBack() ? without(index) : null);
        } else if (!closes && comment != null && !isByAppointment(comment)) {
            refuse("comment", comment, rule.isFallBack() && rule.getTimes() == null ? without(index) : null);
        } else if (!closes && rule.isTwentyfourseven() && index > 0) {
            refuse("always-first", rule.toString());
        } else if (!closes && !rule.isTwentyfourseven() && rule.getTimes() == null) {
            refuse("times-missing", rule.toString(), rule.isFallBack() && comment != null ? without(index) : null);
        }
        var minutes = rule.isTwentyfourseven() || rule.getTimes() == null
                ? (closes ? RuleTimes.WHOLE_DAY : RuleTimes.MIDNIGHT_TO_MIDNIGHT)
                : times(rule.getTimes());
        var days = DayReader.read(rule, faults);
        if (!closes && faults.size() == before && days.forgetsWeekdays(rule)) {
            refuse("days-missing", rule.toString(), joinedWithPrevious(index));
        }
        // "|| off" closes what is closed already.
        if (faults.size() == before && !(closes && rule.isFallBack())) {
            rules.add(new DayRule(Objects.requireNonNull(days.days()), kind(rule, closes), minutes));
        }
    }

    private static DayRule.Kind kind(Rule rule, boolean closes) {
        if (closes) {
            return DayRule.Kind.CLOSE;
        }
        return rule.isAdditive() || rule.isFallBack() ? DayRule.Kind.ADD : DayRule.Kind.REPLACE;
    }

    private Minutes times(List<TimeSpan> times) {
        return RuleTimes.read(times, faults);
    }

    /** All but that rule: right for a fallback that opens nothing for certain. */
    private String without(int index) {
        var rest = new ArrayList<>(parsed);
        rest.remove(index);
        return Util.rulesToOpeningHoursString(rest);
    }

    /** {@code Mo-Fr 09:00-12:00; 14:00-18:00} was meant as {@code Mo-Fr 09:00-12:00,14:00-18:00}. */
    private @Nullable String joinedWithPrevious(int index) {
        if (index == 0) {
            return null;
        }
        var rule = parsed.get(index);
        var previous = parsed.get(index - 1).copy();
        if (previous.getTimes() == null
                || previous.getModifier() != null
                || rule.getTimes() == null
                || rule.getModifier() != null
                || rule.getDays() != null
                || rule.getHolidays() != null
                || rule.getDates() != null
                || rule.getWeeks() != null
                || rule.getYears() != null) {
            return null;
        }
        previous.getTimes().addAll(rule.copy().getTimes());
        var joined = new ArrayList<>(parsed);
        joined.remove(index);
        joined.set(index - 1, previous);
        return Util.rulesToOpeningHoursString(joined);
    }

    private void refuse(String name, String read) {
        refuse(name, read, null);
    }

    private void refuse(String name, String read, @Nullable String suggestion) {
        faults.add(Fault.of(name, read).suggesting(suggestion));
    }
}

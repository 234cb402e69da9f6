package fr.guichet.branches.network;

import fr.guichet.branches.Address;
import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.NewBranch;
import fr.guichet.branches.Position;
import fr.guichet.branches.domain.PhoneNumbers;
import fr.guichet.branches.domain.Postcodes;
import fr.guichet.branches.hours.HolidayRegion;
import fr.guichet.branches.hours.OpeningHours;
import fr.guichet.branches.hours.Parsed;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Judges what a file says of each branch: everything that is wrong with it, not only the first. */
final class EntryCheck {

    private static final Pattern NUMBER =
            Pattern.compile("-?\\d{1,4}(?:\\.\\d{1,30})?(?:E-?\\d{1,3})?|-?NaN|-?Infinity");
    private static final Pattern COMMA_NUMBER = Pattern.compile("-?\\d{1,4},\\d{1,30}");
    private static final Set<String> FRANCE =
            Set.of("fr", "fra", "france", "gp", "mq", "gf", "re", "yt", "pm", "bl", "mf", "nc", "pf", "wf");

    /** Zones are named by place; {@code +01:00} would not know of summer. */
    private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();

    private final Function<Field, String> names;
    private final Map<String, Integer> linesByCode = new HashMap<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();

    private EntryCheck(Function<Field, String> names) {
        this.names = names;
    }

    /** What became of the entries: one that was rejected is not among the drafts. */
    record Result(List<Draft> drafts, List<Reject> rejects) {}

    /**
     * Judges them in order.
     *
     * @param names how the file calls its fields
     */
    static Result of(List<Entry> entries, Function<Field, String> names) {
        var check = new EntryCheck(names);
        entries.forEach(check::judge);
        return new Result(check.drafts, check.rejects);
    }

    private void judge(Entry entry) {
        var before = rejects.size();
        for (var field : Field.values()) {
            checkText(entry, field);
        }
        var code = code(entry);
        var name = required(entry, Field.NAME, 200);
        var street = required(entry, Field.STREET, 200);
        var town = required(entry, Field.TOWN, 100);
        var postcode = postcode(entry);
        checkCountry(entry);
        var territory = postcode == null ? null : Territory.of(postcode);
        var position = position(entry, territory);
        var phone = phone(entry);
        var hours = hours(entry);
        var zone = zone(entry, territory);
        var region = region(entry);
        var grid = grid(entry);
        if (rejects.size() > before
                || code == null
                || name == null
                || street == null
                || postcode == null
                || town == null
                || hours == null) {
            return;
        }
        drafts.add(new Draft(
                entry.line(),
                code,
                name,
                new Address(street, postcode, town),
                hours,
                entry.speaksOf(Field.LAT) && entry.speaksOf(Field.LON),
                position,
                entry.speaksOf(Field.PHONE),
                phone,
                zone,
                region,
                grid));
    }

    private void refuse(
            Entry entry, Field field, String read, String fault, @Nullable String suggestion, Object... more) {
        var arguments = new ArrayList<Object>();
        arguments.add(read);
        arguments.addAll(List.of(more));
        rejects.add(new Reject(
                entry.line(),
                entry.label(),
                names.apply(field),
                read,
                "network.fault." + fault,
                arguments,
                suggestion));
    }

    /** Characters that nobody sees or that the database cannot keep. */
    private void checkText(Entry entry, Field field) {
        var text = entry.text(field);
        // Line ends in hours have a sentence of their own.
        if (text == null || (field == Field.OPENING_HOURS && !hasUnstorable(text))) {
            return;
        }
        if (hasUnstorable(text) || text.chars().anyMatch(Character::isISOControl)) {
            var visible = text.codePoints()
                    .map(c -> isUnseen(c) || Character.isISOControl(c) ? '\uFFFD' : c)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            refuse(entry, field, visible, "characters", null);
        }
    }

    private static boolean hasUnstorable(String text) {
        return text.codePoints().anyMatch(EntryCheck::isUnseen);
    }

    private static boolean isUnseen(int c) {
        var type = Character.getType(c);
        return c == 0 || type == Character.SURROGATE || type == Character.FORMAT || type == Character.UNASSIGNED;
    }

    private @Nullable String code(Entry entry) {
        var code = entry.text(Field.CODE);
        if (code == null) {
            refuse(entry, Field.CODE, "", "missing", null, names.apply(Field.CODE));
            return null;
        }
        if (!NewBranch.isCode(code)) {
            refuse(entry, Field.CODE, code, "code", null);
            return null;
        }
        var earlier = linesByCode.putIfAbsent(code, entry.line());
        if (earlier != null) {
            refuse(entry, Field.CODE, code, "code-repeated", null, earlier);
            return null;
        }
        return code;
    }

    private @Nullable String required(Entry entry, Field field, int longest) {
        var text = entry.text(field);
        if (text == null) {
            refuse(entry, field, "", "missing", null, names.apply(field));
        } else if (text.length() > longest) {
            refuse(entry, field, text, "too-long", null, longest);
            return null;
        }
        return text;
    }

    private @Nullable String postcode(Entry entry) {
        var written = required(entry, Field.POSTCODE, 100);
        if (written == null) {
            return null;
        }
        var digits = Postcodes.digits(written);
        if (Postcodes.isPostcode(digits)) {
            return digits;
        }
        // A spreadsheet made a number of 01000.
        var padded = "0" + digits;
        refuse(
                entry,
                Field.POSTCODE,
                written,
                "postcode",
                digits.length() == 4 && Postcodes.isPostcode(padded) ? padded : null);
        return null;
    }

    private void checkCountry(Entry entry) {
        var country = entry.text(Field.COUNTRY);
        if (country != null && !FRANCE.contains(country.toLowerCase(Locale.ROOT))) {
            refuse(entry, Field.COUNTRY, country, "country", null);
        }
    }

    private @Nullable Position position(Entry entry, @Nullable Territory territory) {
        var before = rejects.size();
        var lat = degrees(entry, Field.LAT, 90);
        var lon = degrees(entry, Field.LON, 180);
        if (rejects.size() > before) {
            return null;
        }
        if (lat == null || lon == null) {
            if (lat != null || lon != null) {
                var given = lat != null ? Field.LAT : Field.LON;
                refuse(entry, given, String.valueOf(entry.text(given)), "position-half", null);
            }
            return null;
        }
        var position = new Position(lat, lon);
        if (territory != null && !territory.contains(position)) {
            var read = entry.text(Field.LAT) + ", " + entry.text(Field.LON);
            var swapped = Math.abs(lon) <= 90 && territory.contains(new Position(lon, lat));
            refuse(
                    entry,
                    Field.LAT,
                    read,
                    swapped ? "position-swapped" : "position-elsewhere",
                    swapped ? entry.text(Field.LON) + ", " + entry.text(Field.LAT) : null,
                    String.valueOf(entry.text(Field.POSTCODE)));
            return null;
        }
        return position;
    }

    private @Nullable Double degrees(Entry entry, Field field, int limit) {
        var text = entry.text(field);
        if (text == null) {
            return null;
        }
        if (COMMA_NUMBER.matcher(text).matches()) {
            refuse(entry, field, text, "decimal-comma", text.replace(',', '.'));
            return null;
        }
        if (NUMBER.matcher(text).matches()) {
            var degrees = Double.parseDouble(text);
            if (Math.abs(degrees) <= limit) {
                return degrees;
            }
        }
        refuse(entry, field, text, "degrees", null, limit);
        return null;
    }

    private @Nullable String phone(Entry entry) {
        var written = entry.text(Field.PHONE);
        if (written == null) {
            return null;
        }
        var number = written.length() > 60 ? Optional.<String>empty() : PhoneNumbers.normalized(written);
        if (number.isEmpty()) {
            refuse(entry, Field.PHONE, written, "phone", null);
        }
        return number.orElse(null);
    }

    private @Nullable String hours(Entry entry) {
        var written = entry.text(Field.OPENING_HOURS);
        return switch (OpeningHours.parse(written == null ? "" : written)) {
            case Parsed.Valid(var hours) -> hours.text();
            case Parsed.Invalid(var faults) -> {
                for (var fault : faults) {
                    rejects.add(new Reject(
                            entry.line(),
                            entry.label(),
                            names.apply(Field.OPENING_HOURS),
                            fault.read(),
                            fault.messageKey(),
                            List.copyOf(fault.args()),
                            fault.suggestion()));
                }
                yield null;
            }
        };
    }

    private @Nullable ZoneId zone(Entry entry, @Nullable Territory territory) {
        var name = entry.text(Field.ZONE);
        if (name == null) {
            return null;
        }
        if (ZONES.contains(name)) {
            return ZoneId.of(name);
        }
        refuse(
                entry,
                Field.ZONE,
                name,
                "zone",
                territory == null ? null : territory.zone().getId());
        return null;
    }

    private @Nullable HolidayRegion region(Entry entry) {
        var name = entry.text(Field.HOLIDAY_REGION);
        if (name == null) {
            return null;
        }
        var region = Arrays.stream(HolidayRegion.values())
                .filter(known -> known.name().equals(name))
                .findFirst();
        if (region.isEmpty()) {
            var known = Arrays.stream(HolidayRegion.values()).map(Enum::name).collect(Collectors.joining(", "));
            refuse(entry, Field.HOLIDAY_REGION, name, "holiday-region", null, known);
        }
        return region.orElse(null);
    }

    private @Nullable Integer grid(Entry entry) {
        var text = entry.text(Field.GRID_MINUTES);
        if (text == null) {
            return null;
        }
        if (text.matches("\\d{1,2}") && BranchSettings.isGrid(Integer.parseInt(text))) {
            return Integer.valueOf(text);
        }
        refuse(entry, Field.GRID_MINUTES, text, "grid", null);
        return null;
    }
}

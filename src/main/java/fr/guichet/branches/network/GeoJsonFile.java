package fr.guichet.branches.network;

import fr.guichet.branches.domain.SearchText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * A network as OpenStreetMap knows it: the GeoJSON that Overpass gives for {@code amenity=bank}. Read as a stream, so that what is
 * not of interest, a million corners included, is never held.
 */
final class GeoJsonFile {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(40)
                    .maxStringLength(20_000)
                    .maxNameLength(1_000)
                    .maxNumberLength(400)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // NaN spoils one position, not the file.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final List<Entry> entries = new ArrayList<>();
    private final List<Reject> rejects = new ArrayList<>();
    private int count;

    private GeoJsonFile() {}

    static Reading read(byte[] bytes) {
        try {
            return new GeoJsonFile().read(Utf8.read(bytes));
        } catch (Utf8.NotUtf8 e) {
            return Reading.broken(e.why());
        }
    }

    private Reading read(String text) {
        if (text.isBlank()) {
            return Reading.broken(Reject.ofFile(1, "", "empty-file"));
        }
        try (var json = JSON.createParser(tools.jackson.core.ObjectReadContext.empty(), text)) {
            return readCollection(json);
        } catch (JacksonException e) {
            var where = e.getLocation();
            var line = where == null ? 1 : Math.max(where.getLineNr(), 1);
            return result().brokenBy(Reject.ofFile(line, lineOf(text, line), "not-json"));
        }
    }

    private Reading result() {
        return new Reading(entries, rejects, count, false);
    }

    private static String lineOf(String text, int line) {
        return text.lines().skip(line - 1L).findFirst().orElse("").strip();
    }

    private Reading readCollection(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return Reading.broken(Reject.ofFile(1, "", "not-geojson"));
        }
        var features = false;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var value = json.nextToken();
            if (name.equals("type") && !"FeatureCollection".equals(json.getString())) {
                return Reading.broken(Reject.ofFile(line(json), String.valueOf(json.getString()), "not-geojson"));
            }
            if (name.equals("elements") && value == JsonToken.START_ARRAY) {
                return Reading.broken(Reject.ofFile(line(json), name, "overpass-json"));
            }
            if (!name.equals("features") || value != JsonToken.START_ARRAY) {
                json.skipChildren();
                continue;
            }
            features = true;
            while (json.nextToken() != JsonToken.END_ARRAY) {
                if (++count > Reading.MOST_ENTRIES) {
                    return result().brokenBy(Reject.ofFile(line(json), "", "too-many", Reading.MOST_ENTRIES));
                }
                readFeature(json);
            }
        }
        if (json.nextToken() != null) {
            return result().brokenBy(Reject.ofFile(line(json), "", "not-json"));
        }
        return features ? result() : Reading.broken(Reject.ofFile(1, "", "not-geojson"));
    }

    private static int line(JsonParser json) {
        return json.currentTokenLocation().getLineNr();
    }

    private void readFeature(JsonParser json) {
        var line = line(json);
        if (json.currentToken() != JsonToken.START_OBJECT) {
            var read = String.valueOf(json.getString());
            json.skipChildren();
            rejects.add(Reject.ofFile(line, read, "not-a-feature"));
            return;
        }
        String id = null;
        var tags = new HashMap<String, String>();
        var outline = new Outline();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            json.nextToken();
            switch (name) {
                case "id" -> id = text(json).orElse(null);
                case "properties" -> readProperties(json, tags);
                case "geometry" -> readGeometry(json, outline);
                default -> json.skipChildren();
            }
        }
        judge(line, osmId(id, tags), tags, outline);
    }

    private void judge(int line, @Nullable String id, Map<String, String> tags, Outline outline) {
        var entry = new Entry(line, values(id, tags, outline));
        if (!"bank".equals(tags.get("amenity"))) {
            var read = Optional.ofNullable(tags.get("amenity")).orElse("");
            rejects.add(
                    new Reject(line, entry.label(), "amenity", read, "network.fault.not-a-bank", List.of(read), null));
            return;
        }
        entries.add(entry);
    }

    /** Tags are text; Overpass can also give them in an object of their own, {@code tags}, beside the type and number. */
    private static void readProperties(JsonParser json, Map<String, String> tags) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var token = json.nextToken();
            if (name.equals("tags") && token == JsonToken.START_OBJECT) {
                readProperties(json, tags);
            } else {
                text(json).ifPresent(text -> tags.put(name, text));
            }
        }
    }

    /** The text of a plain value; what is nested is left out. */
    private static Optional<String> text(JsonParser json) {
        return switch (json.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE ->
                Optional.of(json.getString().strip());
            case START_OBJECT, START_ARRAY -> {
                json.skipChildren();
                yield Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    private static void readGeometry(JsonParser json, Outline outline) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = json.currentName();
            var token = json.nextToken();
            if (name.equals("type") && token == JsonToken.VALUE_STRING) {
                outline.type(json.getString());
            } else if (name.equals("coordinates") && token == JsonToken.START_ARRAY) {
                var point = readCoordinates(json, outline, true);
                if (point != null) {
                    outline.beginLine(true);
                    outline.point(point[0], point[1]);
                }
            } else if (name.equals("geometries") && token == JsonToken.START_ARRAY) {
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    readGeometry(json, outline);
                }
            } else {
                json.skipChildren();
            }
        }
    }

    /**
     * Reads an array of numbers as a point, which it gives back, an array of points as a line, and what holds lines as what it is.
     *
     * @param first whether the array is the first of its parent
     */
    private static double @Nullable [] readCoordinates(JsonParser json, Outline outline, boolean first) {
        var numbers = new double[] {Double.NaN, Double.NaN};
        var size = 0;
        var children = 0;
        var began = false;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_ARRAY) {
                var point = readCoordinates(json, outline, children++ == 0);
                if (point != null) {
                    if (!began) {
                        outline.beginLine(first);
                        began = true;
                    }
                    outline.point(point[0], point[1]);
                }
            } else {
                if (size < 2 && json.currentToken().isNumeric()) {
                    numbers[size] = json.getDoubleValue();
                }
                json.skipChildren();
                size++;
            }
        }
        return size > 0 && children == 0 ? numbers : null;
    }

    private static Map<Field, String> values(@Nullable String id, Map<String, String> tags, Outline outline) {
        var values = new EnumMap<Field, String>(Field.class);
        put(values, Field.CODE, first(tags, "guichet:code", "ref").or(() -> Optional.ofNullable(id)));
        put(values, Field.NAME, name(tags));
        put(values, Field.STREET, street(tags));
        put(values, Field.POSTCODE, first(tags, "addr:postcode", "contact:postcode"));
        put(values, Field.TOWN, first(tags, "addr:city", "contact:city"));
        put(values, Field.COUNTRY, first(tags, "addr:country", "contact:country"));
        // Of several numbers the first is the one to call.
        put(values, Field.PHONE, first(tags, "phone", "contact:phone").map(phones -> phones.split(";", 2)[0].strip()));
        put(values, Field.OPENING_HOURS, first(tags, "opening_hours"));
        put(values, Field.ZONE, first(tags, Field.ZONE.tag()));
        put(values, Field.HOLIDAY_REGION, first(tags, Field.HOLIDAY_REGION.tag()));
        put(values, Field.GRID_MINUTES, first(tags, Field.GRID_MINUTES.tag()));
        outline.middle().ifPresent(middle -> {
            values.put(Field.LON, degrees(middle[0]));
            values.put(Field.LAT, degrees(middle[1]));
        });
        return values;
    }

    private static void put(Map<Field, String> values, Field field, Optional<String> value) {
        value.ifPresent(text -> values.put(field, text));
    }

    private static Optional<String> first(Map<String, String> tags, String... names) {
        return Stream.of(names)
                .map(name -> tags.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** The name, and which branch of that name it is, if that is told apart. */
    private static Optional<String> name(Map<String, String> tags) {
        var branch = tags.getOrDefault("branch", "");
        return first(tags, "name", "brand", "operator")
                .map(name -> branch.isEmpty() || SearchText.of(name).contains(SearchText.of(branch))
                        ? name
                        : name + " " + branch);
    }

    private static Optional<String> street(Map<String, String> tags) {
        var street = first(tags, "addr:street", "contact:street", "addr:place");
        var number = first(tags, "addr:housenumber", "contact:housenumber");
        return street.map(name -> number.map(n -> n + " " + name).orElse(name));
    }

    private static String degrees(double value) {
        return Double.isFinite(value) ? BigDecimal.valueOf(value).toPlainString() : Double.toString(value);
    }

    /** {@code node/123}, wherever the export wrote it. */
    private static @Nullable String osmId(@Nullable String id, Map<String, String> tags) {
        var known = first(tags, "@id").orElse(id);
        if (known != null && known.contains("/")) {
            return known;
        }
        var type = tags.getOrDefault("type", tags.getOrDefault("@type", ""));
        var number = first(tags, "id").orElse(known);
        return type.isEmpty() || number == null ? number : type + "/" + number;
    }
}

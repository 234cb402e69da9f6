package fr.guichet.branches.network;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** A network as Overpass would give it: one feature a line, addresses and hours in the tags of OpenStreetMap. */
final class GeoJsonWriter {

    private static final JsonFactory JSON = new JsonFactory();

    /** {@code 12 bis} of {@code 12 bis rue de la République}. */
    private static final Pattern NUMBERED =
            Pattern.compile("(\\d{1,5}(?:[-/]\\d{1,5})?(?: ?(?:bis|ter|quater|[A-Z]))?) (\\S.*)");

    private GeoJsonWriter() {}

    static String write(Iterable<Entry> network) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("type", "FeatureCollection");
            json.writeArrayPropertyStart("features");
            for (var branch : network) {
                json.writeRaw('\n');
                write(json, branch);
            }
            json.writeRaw('\n');
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator json, Entry branch) {
        json.writeStartObject();
        json.writeStringProperty("type", "Feature");
        json.writeObjectPropertyStart("properties");
        json.writeStringProperty("amenity", "bank");
        tag(json, "guichet:code", branch, Field.CODE);
        tag(json, "name", branch, Field.NAME);
        street(json, branch);
        for (var field : new Field[] {
            Field.POSTCODE,
            Field.TOWN,
            Field.COUNTRY,
            Field.PHONE,
            Field.OPENING_HOURS,
            Field.ZONE,
            Field.HOLIDAY_REGION,
            Field.GRID_MINUTES
        }) {
            tag(json, field.tag(), branch, field);
        }
        json.writeEndObject();
        geometry(json, branch);
        json.writeEndObject();
    }

    private static void tag(JsonGenerator json, String name, Entry branch, Field field) {
        var value = branch.text(field);
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    private static void street(JsonGenerator json, Entry branch) {
        var street = branch.text(Field.STREET);
        if (street == null) {
            return;
        }
        var parts = NUMBERED.matcher(street);
        if (parts.matches()) {
            json.writeStringProperty("addr:housenumber", parts.group(1));
            json.writeStringProperty("addr:street", parts.group(2));
        } else {
            json.writeStringProperty("addr:street", street);
        }
    }

    private static void geometry(JsonGenerator json, Entry branch) {
        var lat = branch.text(Field.LAT);
        var lon = branch.text(Field.LON);
        json.writeName("geometry");
        if (lat == null || lon == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("type", "Point");
        json.writeArrayPropertyStart("coordinates");
        json.writeNumber(new BigDecimal(lon));
        json.writeNumber(new BigDecimal(lat));
        json.writeEndArray();
        json.writeEndObject();
    }
}

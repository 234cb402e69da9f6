package fr.guichet.branches.network;

import fr.guichet.branches.BranchRefusal;
import fr.guichet.branches.application.Rights;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Outcome;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes the whole network to a file that can be taken in again and changes nothing then. */
@Component
class NetworkExport {

    private final NetworkRows network;

    NetworkExport(NetworkRows network) {
        this.network = network;
    }

    Outcome<String, BranchRefusal> run(Actor actor, NetworkFormat format) {
        return Outcome.unless(
                Rights.refuseToRunTheBank(actor),
                () -> Outcome.done(format.write(
                        network.all().stream().map(NetworkExport::entry).toList())));
    }

    static Entry entry(NetworkRows.Known branch) {
        var settings = branch.settings();
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.put(Field.CODE, branch.code());
        values.put(Field.NAME, settings.name());
        values.put(Field.STREET, settings.address().street());
        values.put(Field.POSTCODE, settings.address().postcode());
        values.put(Field.TOWN, settings.address().town());
        values.put(Field.COUNTRY, "FR");
        if (settings.position() != null) {
            values.put(Field.LAT, degrees(settings.position().lat()));
            values.put(Field.LON, degrees(settings.position().lon()));
        }
        if (settings.phone() != null) {
            values.put(Field.PHONE, settings.phone());
        }
        values.put(Field.ZONE, settings.zone().getId());
        values.put(Field.OPENING_HOURS, settings.openingHours());
        values.put(Field.HOLIDAY_REGION, settings.holidayRegion());
        values.put(Field.GRID_MINUTES, Integer.toString(settings.gridMinutes()));
        return new Entry(0, values);
    }

    /** Every digit it has, and no more. */
    private static String degrees(double value) {
        return BigDecimal.valueOf(value).toPlainString();
    }
}

package fr.guichet.branches.network;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.branches.Address;
import fr.guichet.branches.BranchSettings;
import fr.guichet.branches.Position;
import fr.guichet.branches.hours.HolidayRegion;
import fr.guichet.shared.BranchId;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A network that was written out and is taken in again is the same network. */
class NetworkRoundTripProperties {

    @Property
    void nothingIsLostOrChanged(
            @ForAll NetworkFormat format, @ForAll("branches") @Size(max = 8) List<NetworkRows.Known> network) {
        var distinct = network.stream()
                .collect(Collectors.toMap(NetworkRows.Known::code, branch -> branch, (a, b) -> a))
                .values();
        var text = format.write(distinct.stream().map(NetworkExport::entry).toList());
        var reading = format.read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.rejects()).isEmpty();
        var checked = EntryCheck.of(reading.entries(), format::nameOf);
        assertThat(checked.rejects()).as(text).isEmpty();
        assertThat(checked.drafts()).hasSameSizeAs(distinct);
        for (var draft : checked.drafts()) {
            var present = distinct.stream()
                    .filter(branch -> branch.code().equals(draft.code()))
                    .findFirst()
                    .orElseThrow();
            assertThat(draft.changed(present.settings())).as("changes nothing").isEqualTo(present.settings());
            if (present.settings().phone() == null || present.settings().phone().startsWith("+")) {
                assertThat(draft.created()).as("makes it anew").isEqualTo(present.settings());
            }
        }
    }

    @Provide
    Arbitrary<List<NetworkRows.Known>> branches() {
        var text = Arbitraries.strings()
                .withChars("abcéèàçœÉ 0123456789'’\"«»,;:=+-@#\t|\\/()\u00a0€漢")
                .ofMinLength(1)
                .ofMaxLength(30)
                .map(String::strip)
                .filter(value -> !value.isEmpty() && value.chars().noneMatch(Character::isISOControl));
        var code = Arbitraries.strings()
                .withChars("ABCabc019._:/-")
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(value -> Character.isLetterOrDigit(value.charAt(0)));
        var street = Arbitraries.oneOf(
                text,
                text.map(value -> ("12 " + value).strip()),
                text.map(value -> ("3 bis " + value).strip()),
                text.map(value -> "1  " + value));
        var address = Combinators.combine(street, Arbitraries.of("35000", "01000", "97200", "67000"), text)
                .as(Address::new);
        var hours = Arbitraries.of(
                "Mo-Fr 09:00-12:30,14:00-18:00",
                "Mo-Fr 09:00-12:00 \"sur rendez-vous\"; Sa 09:00-12:00; PH off",
                "24/7",
                "Fr 22:00-26:00");
        var phone = Arbitraries.<@Nullable String>of("+33299010203", "02 99 01 02 03", "3639", "+596596010203")
                .injectNull(0.3);
        var rest = Combinators.combine(
                        Arbitraries.of("Europe/Paris", "America/Martinique", "UTC"),
                        Arbitraries.of(5, 15, 20, 60),
                        Arbitraries.of(HolidayRegion.class),
                        phone)
                .as(Rest::new);
        return Combinators.combine(code, text, address, positions(), hours, rest)
                .as((known, name, where, share, opening, others) -> new NetworkRows.Known(
                        BranchId.next(),
                        known,
                        new BranchSettings(
                                name,
                                where,
                                share < 0 ? null : within(Territory.of(where.postcode()), share),
                                ZoneId.of(others.zone),
                                others.phone,
                                opening,
                                others.grid,
                                others.region.name())))
                .list();
    }

    private record Rest(
            String zone,
            int grid,
            HolidayRegion region,
            @Nullable String phone) {}

    /** Where in its territory, from 0 to 1; nowhere if negative. */
    private static Arbitrary<Double> positions() {
        return Arbitraries.oneOf(
                Arbitraries.just(-1.0), Arbitraries.doubles().between(0, 1).ofScale(15));
    }

    private static Position within(Territory territory, double share) {
        return new Position(
                territory.south() + share * (territory.north() - territory.south()),
                territory.west() + share * (territory.east() - territory.west()));
    }
}

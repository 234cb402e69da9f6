package fr.guichet.appointments.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.guichet.appointments.TestClock;
import fr.guichet.appointments.Town;
import fr.guichet.branches.ReasonId;
import fr.guichet.identity.Grant;
import fr.guichet.testing.Visitor;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Addresses that no page of ours would ask for: each is refused as a problem, without a stack trace in answer or log. */
@AppointmentsOverHttp
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class HostileParametersTests {

    /** Addresses whose parameters cannot be meant. */
    static final List<String> NO_PARAMETERS = List.of(
            "/api/slots",
            "/api/slots?branch=BRANCH&reason=REASON&from=2026-11-23",
            "/api/slots?branch=BRANCH&reason=REASON&from=2026-11-23&to=2026-11-22",
            "/api/slots?branch=BRANCH&reason=REASON&from=2026-11-23&to=2027-02-21",
            "/api/slots?branch=BRANCH&reason=REASON&from=1900-01-01&to=2199-12-31",
            "/api/slots?branch=BRANCH&reason=REASON&from=0000-01-01&to=0000-01-02",
            "/api/slots?branch=BRANCH&reason=REASON&from=%2B292278994-08-17&to=%2B292278994-08-17",
            "/api/slots?branch=BRANCH&reason=REASON&from=2026-02-30&to=2026-03-01",
            "/api/slots?branch=BRANCH&reason=REASON&from=23/11/2026&to=24/11/2026",
            "/api/slots?branch=BRANCH&reason=REASON&from=2026-11-23T09:00&to=2026-11-23T10:00",
            "/api/slots?branch=BRANCH&reason=REASON&from=2026-11-23&to=2026-11-23%00",
            "/api/slots?branch=BRANCH&reason=REASON&from=2026-11-23&to=2026-11-23&to=2026-11-24",
            "/api/slots?branch=BRANCH&reason=REASON&from=2026-11-23&to=2026-11-23&limit=5",
            "/api/slots?branch=1&reason=REASON&from=2026-11-23&to=2026-11-23",
            "/api/slots?branch=&reason=REASON&from=2026-11-23&to=2026-11-23",
            "/api/slots?branch=REASON&reason=BRANCH&from=2026-11-23&to=2026-11-23",
            "/api/slots?branch=BRANCH&reason=REASON&from=2026-11-23&to=2026-11-23&adviser=BRANCH",
            "/api/slots?branch=BRANCH&reason=REASON&from=2026-11-23&to=2026-11-23&adviser=%27",
            "/api/appointments?when=SOON",
            "/api/appointments?when=upcoming%00",
            "/api/appointments?limit=0",
            "/api/appointments?limit=101",
            "/api/appointments?limit=-1",
            "/api/appointments?limit=1e9",
            "/api/appointments?limit=99999999999999999999",
            "/api/appointments?customer=BRANCH",
            "/api/appointments?cursor=nonsense",
            "/api/appointments?cursor=%00",
            "/api/appointments?cursor=" + cursor("-1000000000-01-01T00:00:00Z"),
            "/api/appointments?cursor=" + cursor("+292278994-08-17T07:12:55Z"),
            "/api/appointments?cursor=" + cursor("9999-12-31T00:00:00Z"),
            "/api/appointments?cursor=" + "A".repeat(5_000));

    static final List<String> NO_PARAMETERS_OF_STAFF = List.of(
            "/api/advisers/ADVISER/calendar",
            "/api/advisers/ADVISER/calendar?from=2026-11-23&to=2026-11-22",
            "/api/advisers/ADVISER/calendar?from=2026-11-23&to=2026-12-28",
            "/api/advisers/ADVISER/calendar?from=0000-01-01&to=0000-01-01",
            "/api/advisers/ADVISER/calendar?from=2026-11-23&to=9999-12-31",
            "/api/advisers/x/calendar?from=2026-11-23&to=2026-11-23",
            "/api/branches/BRANCH/calendar",
            "/api/branches/BRANCH/calendar?date=",
            "/api/branches/BRANCH/calendar?date=9999-12-31",
            "/api/branches/BRANCH/calendar?date=2026-11-23&adviser=ADVISER",
            "/api/branches/BRANCH/needing-action?from=9999-12-31",
            "/api/branches/BRANCH/needing-action?from=2026-11-24&to=2026-11-23",
            "/api/branches/BRANCH/needing-action?to=292278994-01-01");

    private final TestClock clock;
    private final Town.Place place;
    private final ReasonId reason;
    private final Visitor marie;
    private final Visitor david;

    HostileParametersTests(Town town, TestClock clock, People people, Doorstep doorstep) {
        this.clock = clock;
        place = town.place(1);
        reason = town.reason();
        marie = doorstep.signedIn(Grant.customer(people.record(place.branch())));
        david = doorstep.signedIn(Grant.manager(place.branch()));
    }

    @BeforeEach
    void noon() {
        clock.set(TestClock.NOON);
    }

    @ParameterizedTest
    @FieldSource("NO_PARAMETERS")
    void ofCustomers(String path, CapturedOutput output) {
        Refusals.check(marie.get(real(path)), path, output);
    }

    @ParameterizedTest
    @FieldSource("NO_PARAMETERS_OF_STAFF")
    void ofStaff(String path, CapturedOutput output) {
        Refusals.check(david.get(real(path)), path, output);
    }

    private String real(String path) {
        return path.replace("BRANCH", place.branch().toString())
                .replace("REASON", reason.toString())
                .replace("ADVISER", place.adviser(0).toString());
    }

    private static String cursor(String instant) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((instant + '\u001f' + UUID.randomUUID()).getBytes(UTF_8));
    }
}

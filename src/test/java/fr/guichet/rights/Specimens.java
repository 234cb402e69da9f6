package fr.guichet.rights;

import static fr.guichet.rights.Ask.ask;

import fr.guichet.rights.Specimen.Kind;
import fr.guichet.rights.Specimen.Request;
import fr.guichet.shared.Role;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * One valid request for each operation of the API.
 *
 * <p>For a new operation: add its line to {@code RightsTable}, then a specimen here. {@link Kind} says what the subject means to it;
 * the request takes what it needs from the {@link Scene} (make what is changed or used up anew: it is asked for many times), and
 * must be one that succeeds for whoever may do it. What each role is answered for it follows from the table; nothing of that is
 * written here.
 */
final class Specimens {

    private static final String WEEK =
            "\"everyWeeks\": 1, \"weeks\": [{\"week\": 1, \"days\": [{\"day\": \"MONDAY\", \"intervals\": []}]}]";
    private static final String AWAY =
            "{\"from\": \"2027-03-01T09:00\", \"to\": \"2027-03-01T12:00\", \"kind\": \"TRAINING\"}";
    private static final String REASON = """
            {"code": "%s", "names": {"fr": "Épargne", "en": "Savings"}, "descriptions": {"fr": "", "en": ""},
             "durationMinutes": 30, "bufferBeforeMinutes": 0, "bufferAfterMinutes": 0, "minNoticeMinutes": 0,
             "horizonDays": 60, "requiredSkills": [], "requiredDocuments": [], "active": true}""";
    private static final String BRANCH = """
            {"name": "Agence", "position": {"lat": 45.7578, "lon": 4.832}, "zone": "Europe/Paris",
             "address": {"street": "1 place Bellecour", "postcode": "69002", "town": "Lyon"}, "phone": "+33478111111",
             "openingHours": "Mo-Fr 09:00-12:30,14:00-18:00", "gridMinutes": 15, "holidayRegion": "FR"}""";
    private static final String NETWORK = """
            code,name,street,postcode,town,country,lat,lon,phone,zone,opening_hours,holiday_region,grid_minutes
            GAP-01,Gap,2 rue des Pins,05000,Gap,FR,44.5594,6.0786,+33465710190,Europe/Paris,Mo-Fr 09:00-12:30,FR,15
            """;

    static final List<Specimen> ALL = List.of(
            // Coming in, going out
            same("getSession", (_, _, _) -> ask()),
            // The answer is the same for an address that nobody has, and no caller's tries are counted.
            same("signIn", (_, _, _) -> ask().body("{\"email\": \"nobody@example.org\", \"password\": \"x\"}")),
            session("enterCode", (scene, _, caller) -> scene.doorstep().code(caller)),
            same("sendCode", (_, _, _) -> ask()),
            same("abandonSignIn", (_, _, _) -> ask()),
            same("askPasskey", (_, _, _) -> ask()),
            session("signInWithPasskey", (scene, _, caller) -> scene.doorstep().passkey(caller)),
            same("askForPasswordLink", (_, _, _) -> ask().body("{\"email\": \"nobody@example.org\"}")),
            same("sendRecoveryCode", (_, _, _) -> ask().body("{\"token\": \"x\"}")),
            same("choosePassword", (scene, _, _) -> scene.doorstep().invitation()),
            session("signOut", (_, _, _) -> ask()),
            same("continueSession", (_, _, _) -> ask()),
            same("sendConfirmationCode", (_, _, _) -> ask()),
            session("confirmByCode", (scene, _, caller) -> scene.doorstep().confirmation(caller)),
            session("confirmByPasskey", (scene, _, caller) -> scene.doorstep().passkey(caller)),
            same("changeLanguage", (_, _, _) -> ask().body("{\"language\": \"fr\"}")),

            // How one signs in
            same("getSecurity", (_, _, _) -> ask()),
            same("changePassword", (_, _, _) -> ask().body(
                            "{\"currentPassword\": \"%1$s\", \"password\": \"%1$s\"}".formatted(Caller.PASSWORD))),
            same("offerAuthenticatorApp", (_, _, _) -> ask()),
            same("confirmAuthenticatorApp", (scene, _, caller) -> scene.doorstep()
                    .appCode(caller)),
            same("removeAuthenticatorApp", (_, _, _) -> ask()),
            same("issueRecoveryCodes", (_, _, _) -> ask()),
            same("askForPasskey", (_, _, _) -> ask()),
            same("addPasskey", (scene, _, caller) -> scene.doorstep().newPasskey(caller)),
            same("renamePasskey", (scene, _, caller) -> ask(scene.doorstep().passkeyOf(caller))
                    .body("{\"label\": \"Téléphone\"}")),
            same("removePasskey", (scene, _, caller) -> ask(scene.doorstep().passkeyOf(caller))),
            same("offerMobile", (_, _, _) -> ask().body("{\"number\": \"0612345678\"}")),
            same("confirmMobile", (scene, _, caller) -> scene.doorstep().mobileCode(caller)),
            same("removeMobile", (_, _, _) -> ask()),
            same("startSignOn", (_, _, _) -> ask().body("{\"confirm\": false}")),
            same("abandonSignOn", (_, _, _) -> ask()),
            same("linkSignOn", (_, _, _) -> ask()),
            same("unlinkSignOn", (_, _, _) -> ask()),
            same("listSessions", (_, _, _) -> ask()),
            same("endSession", (scene, _, caller) -> ask(scene.doorstep().anotherSession(caller))),
            same("endOtherSessions", (_, _, _) -> ask()),
            // What was done
            same("listActivity", (_, _, _) -> ask()),
            same("searchAuditTrail", (_, _, _) -> ask()),
            same("listAuditActions", (_, _, _) -> ask()),
            same("exportAuditTrail", (_, _, _) -> ask()),
            // Accounts of staff
            same("listStaff", (_, _, _) -> ask()),
            same("getStaffMember", (scene, _, _) -> ask(scene.staffMember())),
            same("inviteStaff", (_, _, _) -> ask().body(
                            "{\"email\": \"%s@example.org\", \"displayName\": \"Alice\", \"language\": \"fr\", \"roles\": [\"QUALITY\"]}"
                                    .formatted(UUID.randomUUID()))),
            same(
                    "changeStaffRoles",
                    (scene, _, _) -> ask(scene.staffMember()).seen(0).body("{\"roles\": [\"MARKETING\"]}")),
            same(
                    "suspendStaff",
                    (scene, _, _) -> ask(scene.staffMember()).seen(0).body("{\"reason\": \"LEFT\"}")),
            same("reinstateStaff", (scene, _, _) -> ask(scene.staffMember()).seen(0)),
            same("inviteStaffAgain", (scene, _, _) -> ask(scene.staffMember()).seen(0)),
            same("listStaffProposals", (_, _, _) -> ask()),
            same("approveStaffProposal", (scene, _, _) -> ask(scene.proposalOfAnother())),
            same("rejectStaffProposal", (scene, _, _) -> ask(scene.proposalOfAnother())),
            same("withdrawStaffProposal", (scene, _, _) -> ask(scene.proposalOfTheAdministrator())),
            same("listDemoMessages", (_, _, _) -> ask()),

            // Before signing in
            same("describeApi", (_, _, _) -> ask()),
            same("searchBranches", (_, _, _) -> ask()),
            same("getBranch", (_, subject, _) -> ask(subject.branch())),
            same("listReasons", (_, _, _) -> ask()),
            same("freeSlots", (scene, subject, _) -> ask().query("branch=%s&reason=%s&from=2026-11-23&to=2026-11-24"
                    .formatted(subject.branch(), scene.reason()))),
            same("listBranchAdvisers", (_, subject, _) -> ask(subject.branch())),

            // How a branch runs
            thing("changeBranch", (scene, subject, _) -> ask(subject.branch())
                    .seen(scene.version("branches.branch", subject.branch().value()))
                    .body(BRANCH)),
            thing("addClosure", (_, subject, _) -> ask(subject.branch())
                    .body("{\"from\": \"2027-02-01T00:00\", \"to\": \"2027-02-02T00:00\", \"reason\": \"Travaux\"}")),
            thing("removeClosure", (scene, subject, _) -> ask(scene.closure(subject))),

            // Advisers and their working time
            thing("getAdviser", (_, subject, _) -> ask(subject.adviser())),
            thing("addAdviser", (_, subject, _) -> ask().body(
                            "{\"branchId\": \"%s\", \"displayName\": \"Karim\", \"skills\": [], \"languages\": [\"fr\"]}"
                                    .formatted(subject.branch()))),
            thing("changeAdviser", (scene, subject, _) -> ask(subject.adviser())
                    .seen(scene.version("branches.adviser", subject.adviser().value()))
                    .body("{\"displayName\": \"Sophie\", \"skills\": [], \"languages\": [\"fr\"], \"active\": true}")),
            thing("changePattern", (scene, subject, _) -> ask(subject.adviser())
                    .seen(scene.version("branches.adviser", subject.adviser().value()))
                    .body("{\"validFrom\": \"2027-04-05\", " + WEEK + "}")),
            thing("removePattern", (scene, subject, _) -> ask(subject.adviser(), scene.pattern(subject))
                    .seen(scene.version("branches.adviser", subject.adviser().value()))),
            thing("setOverride", (scene, subject, _) -> ask(subject.adviser(), "2027-03-08")
                    .seen(scene.version("branches.adviser", subject.adviser().value()))
                    .body("{\"intervals\": []}")),
            thing("removeOverride", (scene, subject, _) -> ask(subject.adviser(), scene.override(subject))
                    .seen(scene.version("branches.adviser", subject.adviser().value()))),
            thing("listAbsences", (_, subject, _) -> ask(subject.adviser())),
            thing("addAbsence", (_, subject, _) -> ask(subject.adviser()).body(AWAY)),
            thing("removeAbsence", (scene, subject, _) -> ask(scene.absence(subject))),

            // What the whole bank shares
            same("getReason", (scene, _, _) -> ask(scene.reason())),
            same("defineReason", (_, _, _) -> ask().body(REASON.formatted(code()))),
            same("changeReason", (scene, _, _) -> {
                var reason = scene.anotherReason();
                return ask(reason)
                        .seen(scene.version("branches.visit_reason", reason.value()))
                        .body(REASON.formatted(code()));
            }),
            same("importNetwork", (_, _, _) -> ask().query("format=csv&mode=check")
                    .header("Content-Type", "text/csv")
                    .body(NETWORK)),
            same("exportNetwork", (_, _, _) -> ask().query("format=csv")),
            same("listDeadLetters", (_, _, _) -> ask()),
            same("replayDeadLetter", (scene, _, _) -> ask(scene.deadLetter())),

            // Customers' records
            list("searchCustomers", (_, subject, _) -> ask().body("{\"q\": \"%s\"}".formatted(subject.lastName()))
                    .showing(subject.customer())),
            thing("getCustomer", (_, subject, _) -> ask(subject.customer())),
            thing("registerCustomer", (_, subject, _) -> ask().body(
                            "{\"firstName\": \"Luc\", \"lastName\": \"Martin\", \"language\": \"fr\", \"branchId\": \"%s\"}"
                                    .formatted(subject.branch()))),
            thing("getCustomerAccess", (_, subject, _) -> ask(subject.customer())),
            thing("giveCustomerAccess", (scene, subject, _) -> ask(scene.reachable(subject))),
            thing("suspendCustomerAccess", (scene, subject, _) -> ask(scene.reachable(subject))),
            same("getMyCustomer", (_, _, _) -> ask()),
            same("changeMyContact", (scene, _, _) -> ask().seen(scene.version(
                            "customers.customers", scene.own().customer().value()))
                    .body("{\"language\": \"fr\"}")),

            // Visits
            list("listAppointments", (scene, subject, _) -> ask().query("limit=100")
                    .showing(scene.visit(subject))),
            thing("getAppointment", (scene, subject, _) -> ask(scene.visit(subject))),
            thing("appointmentHistory", (scene, subject, _) -> ask(scene.visit(subject))),
            thing("appointmentCalendarFile", (scene, subject, _) -> ask(scene.visit(subject))),
            thing("bookAppointment", (scene, subject, _) -> ask().body(
                            "{\"branchId\": \"%s\", \"reasonId\": \"%s\", \"start\": \"%s\", \"customerId\": \"%s\"}"
                                    .formatted(
                                            subject.branch(),
                                            scene.reason(),
                                            scene.slot(subject),
                                            subject.customer()))),
            thing("moveAppointment", (scene, subject, _) -> ask(scene.visit(subject))
                    .seen(0)
                    .body("{\"start\": \"%s\", \"reason\": \"Formation\"}".formatted(scene.slot(subject)))),
            thing(
                    "cancelAppointment",
                    (scene, subject, _) -> ask(scene.visit(subject)).seen(0).body("{\"reason\": \"Malade\"}")),
            thing("reassignAppointment", (scene, subject, _) -> ask(scene.visit(subject))
                    .seen(0)
                    .body("{\"adviserId\": \"%s\"}".formatted(subject.colleague()))),
            thing("checkIn", (scene, subject, _) -> ask(scene.visitToday(subject, "BOOKED"))
                    .seen(0)),
            thing("startVisit", (scene, subject, _) -> ask(scene.visitToday(subject, "CHECKED_IN"))
                    .seen(0)),
            thing("finishVisit", (scene, subject, _) -> ask(scene.visitToday(subject, "IN_PROGRESS"))
                    .seen(0)),
            thing("markNoShow", (scene, subject, _) -> ask(scene.visitToday(subject, "BOOKED"))
                    .seen(0)),
            same("holdSlot", (scene, _, _) -> ask().body(slot(scene, scene.own(), ""))),
            thing("releaseHold", (scene, subject, _) -> ask(scene.hold(subject))),
            list("listWaiting", (scene, subject, _) -> ask().showing(scene.entry(subject))),
            thing("joinWaitingList", (scene, subject, _) -> ask().body(
                            "{\"appointmentId\": \"%s\"}".formatted(scene.visit(subject)))),
            thing("leaveWaitingList", (scene, subject, _) -> ask(scene.entry(subject))),
            thing("acceptOffer", (scene, subject, _) -> ask(scene.offer(subject))
                    .seen(0)),
            thing("declineOffer", (scene, subject, _) -> ask(scene.offer(subject))),

            // Calendars, and what changes in them
            thing("adviserCalendar", (_, subject, _) -> ask(subject.adviser()).query("from=2026-11-23&to=2026-11-24")),
            thing("branchCalendar", (_, subject, _) -> ask(subject.branch()).query("date=2026-11-23")),
            thing("needingAction", (_, subject, _) -> ask(subject.branch())),
            thing("watchLive", (_, subject, caller) -> ask().query(
                            caller.role() == Role.CUSTOMER
                                    ? "topic=customer:" + subject.customer()
                                    : "topic=adviser:" + subject.adviser())));

    private Specimens() {}

    private static Specimen thing(String operation, Request request) {
        return new Specimen(operation, Kind.THING, request);
    }

    private static Specimen list(String operation, Request request) {
        return new Specimen(operation, Kind.LIST, request);
    }

    private static Specimen same(String operation, Request request) {
        return new Specimen(operation, Kind.SAME, request);
    }

    private static Specimen session(String operation, Request request) {
        return new Specimen(operation, Kind.SESSION, request);
    }

    /** Names a free slot of the subject's adviser. */
    private static String slot(Scene scene, Subject subject, String more) {
        return "{\"branchId\": \"%s\", \"reasonId\": \"%s\", \"start\": \"%s\", \"adviserId\": \"%s\"%s}"
                .formatted(
                        subject.branch(),
                        scene.reason(),
                        scene.slot(subject),
                        subject.adviser(),
                        more.isEmpty() ? "" : ", " + more);
    }

    /** A code that no other reason has. */
    private static String code() {
        return "R"
                + UUID.randomUUID().toString().replace("-", "").substring(0, 20).toUpperCase(Locale.ROOT);
    }
}

package fr.guichet.audit;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.audit.AuditAction.Catalogue;
import fr.guichet.testing.GuichetTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import tools.jackson.databind.json.JsonMapper;

/** A new operation that changes something says here what it leaves in the trail, or why it leaves nothing. */
@GuichetTest
class EveryWriteIsRecordedTests {

    private static final Map<String, String> RECORDED = Map.ofEntries(
            Map.entry("changeBranch", "branches.branch-changed"),
            Map.entry("addClosure", "branches.closure-added"),
            Map.entry("removeClosure", "branches.closure-removed"),
            Map.entry("addAdviser", "branches.adviser-created"),
            Map.entry("changeAdviser", "branches.adviser-changed"),
            Map.entry("changePattern", "branches.pattern-set"),
            Map.entry("removePattern", "branches.pattern-removed"),
            Map.entry("setOverride", "branches.day-set"),
            Map.entry("removeOverride", "branches.day-removed"),
            Map.entry("addAbsence", "branches.absence-recorded"),
            Map.entry("removeAbsence", "branches.absence-withdrawn"),
            Map.entry("defineReason", "branches.reason-defined"),
            Map.entry("changeReason", "branches.reason-changed"),
            Map.entry("importNetwork", "branches.network-imported"),
            Map.entry("registerCustomer", "customers.customer-registered"),
            Map.entry("changeMyContact", "customers.contact-changed"),
            Map.entry("searchCustomers", "customers.records-searched"),
            Map.entry("bookAppointment", "appointments.booked"),
            Map.entry("moveAppointment", "appointments.moved"),
            Map.entry("cancelAppointment", "appointments.cancelled"),
            Map.entry("reassignAppointment", "appointments.reassigned"),
            Map.entry("checkIn", "appointments.checked-in"),
            Map.entry("startVisit", "appointments.started"),
            Map.entry("finishVisit", "appointments.finished"),
            Map.entry("markNoShow", "appointments.no-show"),
            Map.entry("joinWaitingList", "appointments.waiting-list-joined"),
            Map.entry("leaveWaitingList", "appointments.waiting-list-left"),
            Map.entry("acceptOffer", "appointments.offer-accepted"),
            Map.entry("declineOffer", "appointments.offer-declined"),
            Map.entry("replayDeadLetter", "platform.dead-letter-replayed"),
            Map.entry("enterCode", "identity.signed-in"),
            Map.entry("signInWithPasskey", "identity.signed-in"),
            Map.entry("signOut", "identity.signed-out"),
            Map.entry("confirmByCode", "identity.identity-confirmed"),
            Map.entry("confirmByPasskey", "identity.identity-confirmed"),
            Map.entry("endSession", "identity.session-ended"),
            Map.entry("endOtherSessions", "identity.other-sessions-ended"),
            Map.entry("changePassword", "identity.password-changed"),
            Map.entry("confirmAuthenticatorApp", "identity.authenticator-app-added"),
            Map.entry("removeAuthenticatorApp", "identity.authenticator-app-removed"),
            Map.entry("issueRecoveryCodes", "identity.recovery-codes-issued"),
            Map.entry("addPasskey", "identity.passkey-added"),
            Map.entry("removePasskey", "identity.passkey-removed"),
            Map.entry("confirmMobile", "identity.mobile-changed"),
            Map.entry("removeMobile", "identity.mobile-changed"),
            Map.entry("linkSignOn", "identity.bank-sign-on-linked"),
            Map.entry("unlinkSignOn", "identity.bank-sign-on-unlinked"),
            Map.entry("askForPasswordLink", "identity.password-link-sent"),
            Map.entry("choosePassword", "identity.password-chosen"),
            Map.entry("inviteStaff", "identity.account-opened"),
            Map.entry("changeStaffRoles", "identity.account-entitled"),
            Map.entry("suspendStaff", "identity.account-suspended"),
            Map.entry("reinstateStaff", "identity.account-reinstated"),
            Map.entry("inviteStaffAgain", "identity.access-forgotten"),
            Map.entry("approveStaffProposal", "identity.proposal-approved"),
            Map.entry("rejectStaffProposal", "identity.proposal-rejected"),
            Map.entry("withdrawStaffProposal", "identity.proposal-withdrawn"),
            Map.entry("giveCustomerAccess", "identity.access-given"),
            Map.entry("suspendCustomerAccess", "identity.account-suspended"));

    /** Nothing is written down, and why. */
    private static final Map<String, String> NOT_RECORDED = Map.ofEntries(
            Map.entry("holdSlot", "binds nobody and is gone after ten minutes; the booking that follows is recorded"),
            Map.entry("releaseHold", "the same"),
            Map.entry("changeLanguage", "a preference of one's own that touches nobody else"),
            Map.entry("signIn", "half a sign-in; what the second step says is recorded"),
            Map.entry("sendCode", "the same"),
            Map.entry("abandonSignIn", "the same"),
            Map.entry("startSignOn", "the same"),
            Map.entry("abandonSignOn", "the same"),
            Map.entry("askPasskey", "a question; what the answer leads to is recorded"),
            Map.entry("askForPasskey", "the same"),
            Map.entry("sendConfirmationCode", "the same"),
            Map.entry("sendRecoveryCode", "the same"),
            Map.entry("continueSession", "somebody is there, and nothing changes"),
            Map.entry("offerAuthenticatorApp", "an offer; taking it up is recorded"),
            Map.entry("offerMobile", "the same"),
            Map.entry("renamePasskey", "a name for one's own eyes"));

    @Autowired
    private ObjectProvider<Catalogue> catalogues;

    @Autowired
    private MessageSource messages;

    @Test
    void everyOperationThatWritesIsAccountedFor() throws IOException {
        assertThat(writes()).allSatisfy(operation -> assertThat(
                        RECORDED.containsKey(operation) ^ NOT_RECORDED.containsKey(operation))
                .as("%s must be recorded, or be an exception with its reason", operation)
                .isTrue());
        assertThat(writes()).containsAll(RECORDED.keySet()).containsAll(NOT_RECORDED.keySet());
        assertThat(codes()).containsAll(RECORDED.values());
    }

    @Test
    void everyActionHasWordsInBothLanguages() {
        for (var code : codes()) {
            for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                assertThat(messages.getMessage("audit.action." + code, null, language))
                        .isNotBlank();
            }
        }
    }

    @Test
    void noTwoActionsShareACode() {
        assertThat(codes()).doesNotHaveDuplicates();
    }

    private List<String> codes() {
        return catalogues.stream()
                .flatMap(catalogue -> catalogue.actions().stream())
                .map(AuditAction::code)
                .toList();
    }

    private static List<String> writes() throws IOException {
        var found = new ArrayList<String>();
        var paths = JsonMapper.shared()
                .readTree(Files.readString(Path.of("web/openapi.json")))
                .path("paths");
        for (var path : paths.properties()) {
            for (var operation : path.getValue().properties()) {
                if (Set.of("post", "put", "delete", "patch").contains(operation.getKey())) {
                    found.add(operation.getValue().path("operationId").asString());
                }
            }
        }
        return found;
    }
}

package fr.guichet.identity.rights;

import static fr.guichet.identity.rights.Operation.on;
import static fr.guichet.shared.Role.ADMINISTRATOR;
import static fr.guichet.shared.Role.ADVISER;
import static fr.guichet.shared.Role.AUDITOR;
import static fr.guichet.shared.Role.CUSTOMER;
import static fr.guichet.shared.Role.MANAGER;
import static fr.guichet.shared.Role.OPERATOR;

import fr.guichet.shared.Role;
import java.util.EnumSet;
import java.util.List;

/**
 * Who may do what on whose data: one line for each operation of the API, and no rights beside it. A role that a line does not name
 * has nothing there.
 *
 * <p>A new operation gets its line here and a specimen in {@code fr.guichet.rights.Specimens} (tests); without the line Guichet does
 * not start, without the specimen the build fails.
 *
 * <p>Least privilege, where it is not plain from the line: administrators run the network, so they see what closing a branch or
 * planning an absence touches, that is the calendars; they open no visit and no customer's record, and the calendars do not tell them
 * who comes. Customer Service answers the calls of all branches, so it finds every customer and books, moves and cancels
 * everywhere; what happens at the counter is left to the branch, and so are the absences of its staff.
 */
public final class RightsTable {

    private static final Role[] STAFF =
            EnumSet.complementOf(EnumSet.of(CUSTOMER)).toArray(Role[]::new);

    /** All of it. */
    public static final List<Operation> OPERATIONS = List.of(
            // Coming in, going out
            on("getSession").everyone(),
            on("signIn").everyone(),
            on("enterCode").everyone(),
            on("sendCode").everyone(),
            on("abandonSignIn").everyone(),
            on("askPasskey").everyone(),
            on("signInWithPasskey").everyone(),
            on("askForPasswordLink").everyone(),
            on("sendRecoveryCode").everyone(),
            on("choosePassword").everyone(),
            on("startSignOn").everyone(),
            on("abandonSignOn").everyone(),
            on("signOut").everyone(),
            on("continueSession").signedIn(),
            on("sendConfirmationCode").signedIn(),
            on("confirmByCode").signedIn(),
            on("confirmByPasskey").signedIn(),
            on("changeLanguage").own(STAFF),

            // How one signs in, and where one is signed in: always one's own account
            on("getSecurity").signedIn(),
            on("changePassword").signedIn().asksForAFreshFactor(),
            on("offerAuthenticatorApp").signedIn().asksForAFreshFactor(),
            on("confirmAuthenticatorApp").signedIn().asksForAFreshFactor(),
            on("removeAuthenticatorApp").signedIn().asksForAFreshFactor(),
            on("issueRecoveryCodes").signedIn().asksForAFreshFactor(),
            on("askForPasskey").signedIn().asksForAFreshFactor(),
            on("addPasskey").signedIn().asksForAFreshFactor(),
            on("renamePasskey").signedIn(),
            on("removePasskey").signedIn().asksForAFreshFactor(),
            on("offerMobile").signedIn().asksForAFreshFactor(),
            on("confirmMobile").signedIn().asksForAFreshFactor(),
            on("removeMobile").signedIn().asksForAFreshFactor(),
            on("linkSignOn").signedIn().asksForAFreshFactor(),
            on("unlinkSignOn").signedIn().asksForAFreshFactor(),
            on("listSessions").signedIn(),
            on("endSession").signedIn(),
            on("endOtherSessions").signedIn(),

            // What was done
            on("listActivity").signedIn().showingAccountData(),
            on("searchAuditTrail").all(AUDITOR),
            on("listAuditActions").all(AUDITOR),
            on("exportAuditTrail").all(AUDITOR).asksForAFreshFactor(),

            // Accounts of staff; auditors read who may do what
            on("listStaff").all(AUDITOR, ADMINISTRATOR),
            on("getStaffMember").all(AUDITOR, ADMINISTRATOR),
            on("inviteStaff").all(ADMINISTRATOR).asksForAFreshFactor(),
            on("changeStaffRoles").all(ADMINISTRATOR).asksForAFreshFactor().shownBy("getStaffMember"),
            on("suspendStaff").all(ADMINISTRATOR).asksForAFreshFactor().shownBy("getStaffMember"),
            on("reinstateStaff").all(ADMINISTRATOR).asksForAFreshFactor().shownBy("getStaffMember"),
            on("inviteStaffAgain").all(ADMINISTRATOR).asksForAFreshFactor().shownBy("getStaffMember"),
            on("listStaffProposals").all(AUDITOR, ADMINISTRATOR),
            on("approveStaffProposal").all(ADMINISTRATOR).asksForAFreshFactor().shownBy("listStaffProposals"),
            on("rejectStaffProposal").all(ADMINISTRATOR).asksForAFreshFactor().shownBy("listStaffProposals"),
            on("withdrawStaffProposal").all(ADMINISTRATOR).asksForAFreshFactor().shownBy("listStaffProposals"),

            // The messages of the small bank, where nobody's are
            on("listDemoMessages").everyone(),

            // Before signing in: to find a branch and a time
            on("describeApi").everyone(),
            on("searchBranches").everyone(),
            on("getBranch").everyone(),
            on("listReasons").everyone(),
            on("freeSlots").everyone(),
            // Those who receive nobody any more (inactive=true) are listed for those only who are shown the advisers of
            // the branch.
            on("listBranchAdvisers").signedIn().shownBy("getAdviser"),

            // How a branch runs
            on("changeBranch").branch(MANAGER).all(ADMINISTRATOR).shownBy("getBranch"),
            on("addClosure").branch(MANAGER).all(ADMINISTRATOR).shownBy("getBranch"),
            on("removeClosure").branch(MANAGER).all(ADMINISTRATOR).shownBy("getBranch"),

            // Advisers and their working time
            on("getAdviser").branch(ADVISER, MANAGER).all(ADMINISTRATOR),
            on("addAdviser").branch(MANAGER).all(ADMINISTRATOR).shownBy("getBranch"),
            on("changeAdviser").branch(MANAGER).all(ADMINISTRATOR).shownBy("getAdviser"),
            on("changePattern").branch(MANAGER).all(ADMINISTRATOR).shownBy("getAdviser"),
            on("removePattern").branch(MANAGER).all(ADMINISTRATOR).shownBy("getAdviser"),
            on("setOverride").own(ADVISER).branch(MANAGER).all(ADMINISTRATOR).shownBy("getAdviser"),
            on("removeOverride").own(ADVISER).branch(MANAGER).all(ADMINISTRATOR).shownBy("getAdviser"),
            on("listAbsences").branch(ADVISER, MANAGER).all(ADMINISTRATOR),
            on("addAbsence").own(ADVISER).branch(MANAGER).all(ADMINISTRATOR).shownBy("getAdviser"),
            on("removeAbsence").own(ADVISER).branch(MANAGER).all(ADMINISTRATOR).shownBy("listAbsences"),

            // What the whole bank shares
            on("getReason").all(ADMINISTRATOR).shownBy("listReasons"),
            on("defineReason").all(ADMINISTRATOR),
            on("changeReason").all(ADMINISTRATOR).shownBy("listReasons"),
            on("importNetwork").all(ADMINISTRATOR).asksForAFreshFactor(),
            on("exportNetwork").all(ADMINISTRATOR),
            on("listDeadLetters").all(ADMINISTRATOR),
            on("replayDeadLetter").all(ADMINISTRATOR),

            // Customers' records
            on("searchCustomers").branch(ADVISER, MANAGER).all(OPERATOR),
            on("getCustomer").branch(ADVISER, MANAGER).all(OPERATOR).showingAccountData(),
            on("registerCustomer").branch(ADVISER, MANAGER).shownBy("getBranch"),
            // The code is handed over to somebody whom staff of the branch have seen, so Customer Service gives none.
            on("getCustomerAccess").branch(ADVISER, MANAGER),
            on("giveCustomerAccess")
                    .branch(ADVISER, MANAGER)
                    .asksForAFreshFactor()
                    .shownBy("getCustomer"),
            on("suspendCustomerAccess")
                    .branch(ADVISER, MANAGER)
                    .asksForAFreshFactor()
                    .shownBy("getCustomer"),
            on("getMyCustomer").own(CUSTOMER).showingAccountData(),
            on("changeMyContact").own(CUSTOMER),

            // Visits
            on("listAppointments").own(CUSTOMER),
            on("getAppointment").own(CUSTOMER).branch(ADVISER, MANAGER).all(OPERATOR),
            on("appointmentHistory").own(CUSTOMER).branch(ADVISER, MANAGER).all(OPERATOR),
            on("appointmentCalendarFile").own(CUSTOMER).branch(ADVISER, MANAGER).all(OPERATOR),
            on("bookAppointment").own(CUSTOMER).branch(ADVISER, MANAGER).all(OPERATOR),
            on("moveAppointment").own(CUSTOMER).branch(ADVISER, MANAGER).all(OPERATOR),
            on("cancelAppointment").own(CUSTOMER).branch(ADVISER, MANAGER).all(OPERATOR),
            on("reassignAppointment").branch(ADVISER, MANAGER).shownBy("getAppointment"),
            on("checkIn").branch(ADVISER, MANAGER).shownBy("getAppointment"),
            on("startVisit").branch(ADVISER, MANAGER).shownBy("getAppointment"),
            on("finishVisit").branch(ADVISER, MANAGER).shownBy("getAppointment"),
            on("markNoShow").branch(ADVISER, MANAGER).shownBy("getAppointment"),
            on("holdSlot").own(CUSTOMER),
            on("releaseHold").own(CUSTOMER),
            on("listWaiting").own(CUSTOMER),
            on("joinWaitingList").own(CUSTOMER),
            on("leaveWaitingList").own(CUSTOMER),
            on("acceptOffer").own(CUSTOMER),
            on("declineOffer").own(CUSTOMER),

            // Calendars, and what changes in them
            on("adviserCalendar").branch(ADVISER, MANAGER).all(OPERATOR, ADMINISTRATOR),
            on("branchCalendar").branch(ADVISER, MANAGER).all(OPERATOR, ADMINISTRATOR),
            on("needingAction").branch(ADVISER, MANAGER).all(OPERATOR, ADMINISTRATOR),
            on("watchLive").own(CUSTOMER).branch(ADVISER, MANAGER).all(OPERATOR, ADMINISTRATOR));

    private RightsTable() {}
}

package fr.guichet.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.identity.AccountStatus;
import fr.guichet.identity.AccountView;
import fr.guichet.identity.Accounts;
import fr.guichet.identity.Grant;
import fr.guichet.identity.Grants;
import fr.guichet.identity.InitialPassword;
import fr.guichet.identity.OpenAccount;
import fr.guichet.identity.SuspensionReason;
import fr.guichet.identity.staff.StaffChange.ChangeRoles;
import fr.guichet.identity.staff.StaffChange.Invite;
import fr.guichet.identity.staff.StaffChange.InviteAgain;
import fr.guichet.identity.staff.StaffChange.Reinstate;
import fr.guichet.identity.staff.StaffChange.Suspend;
import fr.guichet.identity.staff.StaffOutcome.Done;
import fr.guichet.identity.staff.StaffOutcome.Proposed;
import fr.guichet.identity.staff.StaffOutcome.Refused;
import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.EmailAddress;
import fr.guichet.shared.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In a database of its own: how many administrators there are is what this is about. */
@SpringBootTest(properties = "spring.application.name=four-eyes")
class FourEyesTests {

    private static final Grants ADMINISTRATOR = Grants.of(Grant.administrator());
    private static final Grants QUALITY = Grants.of(Grant.of(Role.QUALITY));

    @Autowired
    private StaffAdministration staff;

    @Autowired
    private Accounts accounts;

    @Autowired
    private JdbcClient jdbc;

    private StaffActor anna = nobody();
    private StaffActor bernard = nobody();
    private StaffActor claire = nobody();
    private AccountId quentin = AccountId.next();

    @BeforeEach
    void threeAdministratorsAndOneMore() {
        jdbc.sql("delete from identity.accounts").update();
        anna = administrator("Anna");
        bernard = administrator("Bernard");
        claire = administrator("Claire");
        quentin = open("Quentin", QUALITY);
    }

    @Test
    void whatTouchesNoAdministratorIsDoneAtOnce() {
        assertThat(staff.change(anna, new ChangeRoles(quentin, Grants.of(Grant.of(Role.AUDITOR))), 0))
                .isEqualTo(new Done(quentin, null));
        assertThat(member(quentin).roles()).containsExactly(Role.AUDITOR);
    }

    @Test
    void whateverTouchesAnAdministratorWaitsForAnother() {
        var suspended = bernard.account();
        assertThat(List.of(
                        staff.invite(anna, invitation(ADMINISTRATOR)),
                        staff.change(anna, new ChangeRoles(quentin, ADMINISTRATOR), 0),
                        staff.change(anna, new ChangeRoles(claire.account(), QUALITY), 0),
                        staff.change(anna, new Suspend(suspended, SuspensionReason.LEFT), 0)))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Proposed.class));
        assertThat(member(quentin).isAdministrator()).isFalse();
        assertThat(member(claire.account()).isAdministrator()).isTrue();
        assertThat(member(suspended).status()).isEqualTo(AccountStatus.ACTIVE);

        accounts.suspend(suspended);
        var stopped = member(suspended);
        staff.withdraw(anna, required(stopped.proposal()));
        assertThat(staff.change(anna, new Reinstate(suspended), stopped.version()))
                .isInstanceOf(Proposed.class);
    }

    @Test
    void accessOfAnAdministratorIsGivenAnewByTwo() {
        var proposal = proposed(staff.change(anna, new InviteAgain(bernard.account()), 0));
        assertThat(member(bernard.account()).passwordChosen()).isTrue();

        var done = staff.approve(claire, proposal);

        assertThat(done).isInstanceOfSatisfying(Done.class, given -> assertThat(given.code())
                .isNotBlank());
        assertThat(member(bernard.account()).passwordChosen()).isFalse();
    }

    @Test
    void anotherAdministratorApprovesAndItIsDone() {
        var proposal = proposed(staff.change(anna, new ChangeRoles(quentin, ADMINISTRATOR), 0));

        assertThat(staff.approve(bernard, proposal)).isEqualTo(new Done(quentin, null));

        assertThat(member(quentin).isAdministrator()).isTrue();
        assertThat(staff.proposals()).isEmpty();
        assertThat(staff.approve(claire, proposal)).isEqualTo(new Refused(new StaffRefusal.Unknown()));
    }

    @Test
    void whoeverIsInvitedGetsTheCodeFromTheOneWhoApproves() {
        var proposal = proposed(staff.invite(anna, invitation(ADMINISTRATOR)));

        assertThat(staff.approve(bernard, proposal)).isInstanceOfSatisfying(Done.class, done -> {
            assertThat(done.code()).isNotBlank();
            assertThat(member(done.account()).isAdministrator()).isTrue();
        });
    }

    @Test
    void neitherWhoAskedNorWhomItConcernsDecides() {
        var proposal = proposed(staff.change(anna, new Suspend(bernard.account(), SuspensionReason.OTHER), 0));

        for (var one : List.of(anna, bernard)) {
            assertThat(staff.approve(one, proposal)).isEqualTo(new Refused(new StaffRefusal.FourEyes()));
            assertThat(staff.reject(one, proposal)).isEqualTo(new Refused(new StaffRefusal.FourEyes()));
        }
        assertThat(staff.withdraw(claire, proposal)).isEqualTo(new Refused(new StaffRefusal.NotTheProposer()));
        assertThat(member(bernard.account()).status()).isEqualTo(AccountStatus.ACTIVE);
        assertThat(staff.reject(claire, proposal)).isEqualTo(new Proposed(proposal));
        assertThat(staff.proposals()).isEmpty();
    }

    @Test
    void whoeverIsNoAdministratorAnyMoreDecidesNothing() {
        var proposal = proposed(staff.change(anna, new ChangeRoles(quentin, ADMINISTRATOR), 0));
        accounts.suspend(bernard.account());

        assertThat(staff.approve(bernard, proposal)).isEqualTo(new Refused(new StaffRefusal.NotAdministrator()));
    }

    @Test
    void aQuestionAboutSomethingThatHasChangedIsNotApproved() {
        var proposal = proposed(staff.change(anna, new ChangeRoles(quentin, ADMINISTRATOR), 0));
        accounts.entitle(quentin, Grants.of(Grant.of(Role.LEGAL)));

        assertThat(staff.approve(bernard, proposal)).isEqualTo(new Refused(new StaffRefusal.ProposalOutdated()));
        assertThat(member(quentin).roles()).containsExactly(Role.LEGAL);
    }

    @Test
    void anotherLanguageChangesNothingThatMatters() {
        var proposal = proposed(staff.change(anna, new ChangeRoles(quentin, ADMINISTRATOR), 0));
        accounts.changeLanguage(quentin, "en");

        assertThat(staff.approve(bernard, proposal)).isInstanceOf(Done.class);
    }

    @Test
    void whatSomebodyAskedForWhoIsNoAdministratorAnyMoreIsNotApproved() {
        var proposal = proposed(staff.change(anna, new ChangeRoles(quentin, ADMINISTRATOR), 0));
        accounts.entitle(anna.account(), QUALITY);

        assertThat(staff.approve(bernard, proposal)).isEqualTo(new Refused(new StaffRefusal.ProposalOutdated()));
    }

    @Test
    void anInvitationToAnAddressThatWasTakenMeanwhileIsNotApproved() {
        var invitation = invitation(ADMINISTRATOR);
        var proposal = proposed(staff.invite(anna, invitation));
        accounts.open(new OpenAccount(invitation.email(), new InitialPassword.None(), "Quelqu’un", "fr", QUALITY))
                .orThrow();

        assertThat(staff.approve(bernard, proposal)).isEqualTo(new Refused(new StaffRefusal.ProposalOutdated()));
    }

    @Test
    void afterSevenDaysNobodyApprovesItAnyMore() {
        var proposal = proposed(staff.change(anna, new ChangeRoles(quentin, ADMINISTRATOR), 0));
        jdbc.sql("update identity.staff_proposals set expires_at = now() - interval '1 second'")
                .update();

        assertThat(staff.approve(bernard, proposal)).isEqualTo(new Refused(new StaffRefusal.Unknown()));
        assertThat(staff.proposals()).isEmpty();
        assertThat(staff.change(anna, new ChangeRoles(quentin, ADMINISTRATOR), 0))
                .as("asked for again")
                .isInstanceOf(Proposed.class);
    }

    @Test
    void aboutOnePersonOneQuestionIsOpen() {
        staff.change(anna, new ChangeRoles(quentin, ADMINISTRATOR), 0);

        assertThat(staff.change(bernard, new ChangeRoles(quentin, ADMINISTRATOR), 0))
                .isEqualTo(new Refused(new StaffRefusal.AlreadyProposed()));
    }

    @Test
    void theOnlyAdministratorNamesTheSecondAloneAndThatIsWrittenDown() {
        alone();
        assertThat(staff.change(anna, new ChangeRoles(quentin, ADMINISTRATOR), 0))
                .isEqualTo(new Done(quentin, null));

        assertThat(written("identity.administrator-named-alone", quentin)).isEqualTo(1);
        comesIn(quentin);
        assertThat(staff.invite(anna, invitation(ADMINISTRATOR)))
                .as("the third takes two")
                .isInstanceOf(Proposed.class);
    }

    @Test
    void theOnlyAdministratorMayInviteAnotherWhenTheFirstInvitedNeverCame() {
        alone();
        staff.invite(anna, invitation(ADMINISTRATOR));

        assertThat(staff.invite(anna, invitation(ADMINISTRATOR))).isInstanceOf(Done.class);
    }

    @Test
    void nothingElseIsExempt() {
        alone();
        staff.change(anna, new ChangeRoles(quentin, ADMINISTRATOR), 0);

        assertThat(staff.change(
                        anna, new ChangeRoles(quentin, QUALITY), member(quentin).version()))
                .isInstanceOf(Proposed.class);
    }

    @RepeatedTest(5)
    void ofTwoApprovalsAtOnceOneCounts() throws Exception {
        var proposal = proposed(staff.invite(anna, invitation(ADMINISTRATOR)));

        var outcomes = together(() -> staff.approve(bernard, proposal), () -> staff.approve(claire, proposal));

        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(outcomes).contains(new Refused(new StaffRefusal.Unknown()));
    }

    /** Each approval is fine by itself; all three would leave nobody. */
    @RepeatedTest(5)
    void administratorsNeverRunOut() throws Exception {
        var first = proposed(staff.change(anna, new Suspend(bernard.account(), SuspensionReason.LEFT), 0));
        var second = proposed(staff.change(bernard, new ChangeRoles(claire.account(), QUALITY), 0));
        var third = proposed(staff.change(claire, new Suspend(anna.account(), SuspensionReason.LEFT), 0));

        var outcomes = together(
                () -> staff.approve(claire, first),
                () -> staff.approve(anna, second),
                () -> staff.approve(bernard, third));

        assertThat(outcomes).filteredOn(Done.class::isInstance).hasSize(1);
        assertThat(staff.list(new StaffFilter(null, Role.ADMINISTRATOR, null, AccountStatus.ACTIVE), null, 10)
                        .items())
                .hasSize(2);
    }

    private void alone() {
        for (var other : List.of(bernard, claire)) {
            jdbc.sql("delete from identity.accounts where id = ?")
                    .param(other.account().value())
                    .update();
        }
    }

    private void comesIn(AccountId account) {
        accounts.changePasswordTo(account, "{noop}x");
    }

    private StaffActor administrator(String name) {
        var id = open(name, ADMINISTRATOR);
        return (StaffActor) accounts.find(id).map(AccountView::actor).orElseThrow();
    }

    private AccountId open(String name, Grants grants) {
        return accounts.open(new OpenAccount(
                        new EmailAddress(UUID.randomUUID() + "@example.org"),
                        new InitialPassword.Encoded("{noop}x"),
                        name,
                        "fr",
                        grants))
                .orThrow();
    }

    private StaffMember member(AccountId id) {
        return staff.find(id).orElseThrow();
    }

    private long written(String action, AccountId subject) {
        return jdbc.sql("select count(*) from audit.entry where action = ? and subject_id = ?")
                .params(action, subject.value())
                .query(Long.class)
                .single();
    }

    private static Invite invitation(Grants grants) {
        return new Invite(new EmailAddress(UUID.randomUUID() + "@example.org"), "Denis", "fr", grants);
    }

    private static UUID proposed(StaffOutcome outcome) {
        return ((Proposed) outcome).proposal();
    }

    private static <T> T required(@Nullable T thing) {
        return Objects.requireNonNull(thing);
    }

    private static StaffActor nobody() {
        return new StaffActor(AccountId.next(), Set.of(Role.ADMINISTRATOR), null, null);
    }

    @SafeVarargs
    private static List<StaffOutcome> together(Callable<StaffOutcome>... work) throws Exception {
        var start = new CyclicBarrier(work.length);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var under = new ArrayList<Future<StaffOutcome>>();
            for (var one : work) {
                under.add(threads.submit(() -> {
                    start.await();
                    return one.call();
                }));
            }
            var outcomes = new ArrayList<StaffOutcome>();
            for (var one : under) {
                outcomes.add(one.get());
            }
            return outcomes;
        }
    }
}

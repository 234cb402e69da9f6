package fr.guichet.shared;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A right reaches one's own, one's branch, one's department or all, and nothing else. */
class ActorTests {

    private final BranchId lyon = BranchId.next();
    private final AdviserId sophie = AdviserId.next();
    private final CustomerId marie = CustomerId.next();
    private final StaffActor adviser = new StaffActor(AccountId.next(), Set.of(Role.ADVISER), lyon, sophie);
    private final StaffActor billing = new StaffActor(AccountId.next(), Set.of(Role.BILLING), null, null);

    @Test
    void whoeverIsNotDoingAnythingMayNothing() {
        assertThat(adviser.on(Subject.of(sophie, lyon))).isEqualTo(Permission.NOT_FOUND);
    }

    @Test
    void oneReachesOnesOwn() {
        assertThat(doing(adviser, Reach.OWN).mayDo(Subject.of(sophie, lyon))).isTrue();
        assertThat(doing(adviser, Reach.OWN).mayDo(Subject.of(AdviserId.next(), lyon)))
                .isFalse();
        assertThat(doing(billing, Reach.OWN).mayDo(Subject.BANK))
                .as("none is not none")
                .isFalse();
        assertThat(new CustomerActor(AccountId.next(), marie).mayDo(Subject.of(marie, lyon)))
                .isTrue();
        assertThat(new CustomerActor(AccountId.next(), marie).mayDo(Subject.of(CustomerId.next(), lyon)))
                .isFalse();
    }

    @Test
    void oneReachesOnesBranch() {
        assertThat(doing(adviser, Reach.OWN_BRANCH).mayDo(Subject.of(marie, lyon)))
                .isTrue();
        assertThat(doing(adviser, Reach.OWN_BRANCH).mayDo(Subject.of(sophie, BranchId.next())))
                .isFalse();
        assertThat(doing(adviser, Reach.OWN_BRANCH).mayDo(Subject.BANK)).isFalse();
        assertThat(doing(billing, Reach.OWN_BRANCH).mayDo(Subject.BANK)).isFalse();
    }

    @Test
    void oneReachesOnesDepartment() {
        assertThat(doing(billing, Reach.OWN_DEPARTMENT).mayDo(Subject.of(Department.BILLING)))
                .isTrue();
        assertThat(doing(billing, Reach.OWN_DEPARTMENT).mayDo(Subject.of(Department.LEGAL)))
                .isFalse();
        assertThat(doing(billing, Reach.OWN_DEPARTMENT).mayDo(Subject.of(lyon))).isFalse();
        assertThat(doing(adviser, Reach.OWN_DEPARTMENT).mayDo(Subject.of(Department.BILLING)))
                .isFalse();
    }

    @Test
    void whatIsShownAndNotAllowedIsForbidden() {
        var shown = adviser.with(new Right(Set.of(Reach.OWN), Set.of(Reach.OWN_BRANCH)));

        assertThat(shown.on(Subject.of(sophie, lyon))).isEqualTo(Permission.GRANTED);
        assertThat(shown.on(Subject.of(AdviserId.next(), lyon))).isEqualTo(Permission.FORBIDDEN);
        assertThat(shown.on(Subject.of(AdviserId.next(), BranchId.next()))).isEqualTo(Permission.NOT_FOUND);
    }

    private static Actor doing(Actor actor, Reach reach) {
        return actor.with(new Right(Set.of(reach), Set.of()));
    }
}

package fr.guichet.customers;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.shared.AccountId;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import fr.guichet.shared.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerTopicsTests {

    private final CustomerTopics topics = new CustomerTopics();
    private final CustomerId marie = CustomerId.next();

    @Test
    void onlyTheCustomerWatchesWhatConcernsHer() {
        var administrator = new StaffActor(AccountId.next(), Set.of(Role.ADMINISTRATOR), null, null);
        var adviser = new StaffActor(AccountId.next(), Set.of(Role.MANAGER), BranchId.next(), null);

        assertThat(topics.mayWatch(new CustomerActor(AccountId.next(), marie), marie.value()))
                .isTrue();
        assertThat(topics.mayWatch(new CustomerActor(AccountId.next(), CustomerId.next()), marie.value()))
                .isFalse();
        assertThat(topics.mayWatch(administrator, marie.value())).isFalse();
        assertThat(topics.mayWatch(adviser, marie.value())).isFalse();
    }
}

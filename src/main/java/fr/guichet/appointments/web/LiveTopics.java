package fr.guichet.appointments.web;

import fr.guichet.branches.Schedules;
import fr.guichet.platform.live.LiveTopicAccess;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.AdviserId;
import fr.guichet.shared.BranchId;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may watch what: customers their own visits, staff the calendars of their branch and its advisers. */
@Configuration(proxyBeanMethods = false)
class LiveTopics {

    @Bean
    LiveTopicAccess customerTopics() {
        return access(
                "customer",
                (actor, id) -> actor instanceof CustomerActor customer
                        && customer.customer().value().equals(id));
    }

    @Bean
    LiveTopicAccess branchTopics() {
        return access("branch", (actor, id) -> actor instanceof StaffActor staff && staff.worksIn(new BranchId(id)));
    }

    @Bean
    LiveTopicAccess adviserTopics(Schedules schedules) {
        return access(
                "adviser",
                (actor, id) -> actor instanceof StaffActor staff
                        && schedules
                                .branchOf(new AdviserId(id))
                                .filter(staff::worksIn)
                                .isPresent());
    }

    private static LiveTopicAccess access(String kind, BiPredicate<Actor, UUID> rule) {
        return new LiveTopicAccess() {
            @Override
            public String kind() {
                return kind;
            }

            @Override
            public boolean mayWatch(Actor actor, UUID id) {
                return rule.test(actor, id);
            }
        };
    }
}

package fr.guichet.appointments.web;

import fr.guichet.appointments.Appointments;
import fr.guichet.customers.Customers;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Actor.CustomerActor;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * For whom a caller may book: customers for themselves, staff for the customers of their branch and for those who have had a visit
 * there. Any other customer is, to them, one that does not exist.
 */
@Component
class BookableCustomers {

    private final Customers customers;
    private final Appointments appointments;

    BookableCustomers(Customers customers, Appointments appointments) {
        this.customers = customers;
        this.appointments = appointments;
    }

    CustomerId customer(Actor actor, BranchId branch, @Nullable UUID named) {
        return switch (actor) {
            case CustomerActor customer
            when named == null || customer.customer().value().equals(named) -> customer.customer();
            case StaffActor staff
            when named != null && mayBookFor(staff, branch, new CustomerId(named)) -> new CustomerId(named);
            default ->
                throw Problems.invalid(new InvalidField("customerId", "appointments.invalid.customer"))
                        .exception();
        };
    }

    private boolean mayBookFor(StaffActor staff, BranchId branch, CustomerId customer) {
        return customers.find(staff, customer).isPresent() || appointments.knows(staff, branch, customer);
    }
}

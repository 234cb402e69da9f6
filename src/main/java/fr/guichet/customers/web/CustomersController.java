package fr.guichet.customers.web;

import fr.guichet.customers.Customer;
import fr.guichet.customers.CustomerSearch;
import fr.guichet.customers.Customers;
import fr.guichet.customers.RegisterCustomer;
import fr.guichet.customers.Registration.EmailTaken;
import fr.guichet.customers.Registration.OtherBranch;
import fr.guichet.customers.Registration.Registered;
import fr.guichet.platform.web.EntityTags;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.platform.web.Page;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.BranchId;
import fr.guichet.shared.CustomerId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What staff do with the records of their branch's customers. */
@RestController
@RequestMapping("/api/customers")
class CustomersController {

    private static final int USUAL_PAGE = 20;

    private final Customers customers;
    private final CustomerSearch search;
    private final Idempotency idempotency;

    CustomersController(Customers customers, CustomerSearch search, Idempotency idempotency) {
        this.customers = customers;
        this.search = search;
        this.idempotency = idempotency;
    }

    /** One record. That of another branch's customer looks as if it did not exist. */
    @GetMapping("/{id}")
    ResponseEntity<CustomerView> getCustomer(StaffActor staff, @PathVariable UUID id) {
        return customers
                .read(staff, new CustomerId(id))
                .map(CustomerView::answer)
                .orElseThrow(() -> Problems.notFound().exception());
    }

    /** Finds customers. A POST although it changes nothing: what is looked for must not stand in an address. */
    @PostMapping("/search")
    Page<CustomerView> searchCustomers(StaffActor staff, @Valid @RequestBody SearchRequest request) {
        var limit = request.limit() == null ? USUAL_PAGE : request.limit();
        var query = request.q() == null ? "" : request.q();
        return search.search(staff, query, request.cursor(), limit).map(CustomerView::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CustomerView> registerCustomer(StaffActor staff, @RequestBody RegistrationRequest request) {
        var wish = request.read(staff);
        return idempotency.once(() -> switch (customers.register(staff, wish)) {
            case Registered registered -> created(registered.customer());
            case EmailTaken taken -> throw emailTaken(staff, taken).exception();
            case OtherBranch _ -> throw Problems.forbidden().exception();
        });
    }

    private static ResponseEntity<CustomerView> created(Customer customer) {
        return ResponseEntity.created(URI.create("/api/customers/" + customer.id()))
                .eTag(EntityTags.of(customer.version()))
                .body(CustomerView.of(customer));
    }

    /** Names the other customer only to those who may see him. */
    private Problem emailTaken(StaffActor staff, EmailTaken taken) {
        var problem = Problem.of(HttpStatus.CONFLICT, "email-taken");
        return customers
                .find(staff, taken.by())
                .map(Customer::id)
                .map(id -> problem.with("customerId", id.value()))
                .orElse(problem);
    }

    /**
     * What to look for.
     *
     * @param q beginnings of names, an e-mail address or a telephone number; absent or blank for everybody
     * @param cursor {@code nextCursor} of the page before
     * @param limit customers on a page; 20 when absent
     */
    @Schema(name = "SearchCustomers")
    record SearchRequest(
            @Nullable @Size(max = 200) String q,
            @Nullable @Size(max = 1000) String cursor,
            @Nullable @Min(1) @Max(100) Integer limit) {

        @Override
        public String toString() {
            return "SearchRequest[…]";
        }
    }

    /**
     * Whom to register. What is missing arrives as null whatever the types say, and is told with everything else that is wrong.
     *
     * @param branchId the home branch; absent for the branch where the caller works
     */
    @Schema(name = "RegisterCustomer")
    record RegistrationRequest(
            String firstName,
            String lastName,
            @Nullable String email,
            @Nullable String phone,

            @Schema(allowableValues = {"fr", "en"}) String language,

            @Nullable UUID branchId) {

        RegisterCustomer read(StaffActor staff) {
            var reading = new Reading();
            var first = reading.name("firstName", firstName);
            var last = reading.name("lastName", lastName);
            var address = reading.email("email", email);
            var number = reading.phone("phone", phone);
            var spoken = reading.language("language", language);
            var branch = branchId != null ? new BranchId(branchId) : staff.branch();
            if (branch == null) {
                reading.refuse("branchId", "invalid.required");
            }
            reading.finish();
            return new RegisterCustomer(
                    first.orElseThrow(),
                    last.orElseThrow(),
                    address.orElse(null),
                    number.orElse(null),
                    spoken.orElseThrow(),
                    Objects.requireNonNull(branch),
                    null);
        }

        @Override
        public String toString() {
            return "RegistrationRequest[…]";
        }
    }
}

package fr.guichet.customers;

import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.customers.CustomerRows.Listed;
import fr.guichet.customers.CustomerRows.Position;
import fr.guichet.platform.web.Cursors;
import fr.guichet.platform.web.Page;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.Subject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds customers by how their names, address or number begin. */
@Service
public class CustomerSearch {

    private final CustomerRows rows;
    private final AuditTrail audit;

    CustomerSearch(CustomerRows rows, AuditTrail audit) {
        this.rows = rows;
        this.audit = audit;
    }

    /**
     * The customers this member of staff may see that answer to every word, by last and first name.
     *
     * @param query beginnings of names, an e-mail address or a telephone number; accents and capitals make no difference;
     *     blank for all
     * @param cursor where the page before ended; null for the first
     * @param limit customers on a page, 1 to 100
     */
    public Page<Customer> search(StaffActor staff, String query, @Nullable String cursor, int limit) {
        var words = SearchText.beginnings(query);
        if (words.isEmpty() && !query.isBlank()) {
            // Marks only: nobody is called that.
            return new Page<>(List.of(), null);
        }
        var everywhere = staff.mayDo(Subject.BANK);
        if (!everywhere && (staff.branch() == null || !staff.mayDo(Subject.of(staff.branch())))) {
            return new Page<>(List.of(), null);
        }
        var after = cursor == null ? null : Cursors.read(cursor, keys -> new Position(keys.text(0), keys.uuid(1)));
        var found = rows.search(everywhere ? null : staff.branch(), words, after, limit + 1);
        var page = Page.of(
                        found,
                        limit,
                        last -> Cursors.of(last.sortKey(), last.customer().id()))
                .map(Listed::customer);
        audit.recordApart(AuditEntry.of(staff, CustomerAudit.RECORDS_SEARCHED, AuditSubject.CUSTOMER, null)
                .with("shown", page.items().size()));
        return page;
    }
}

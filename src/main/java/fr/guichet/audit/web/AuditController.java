package fr.guichet.audit.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.guichet.audit.AuditAction;
import fr.guichet.audit.AuditEntry;
import fr.guichet.audit.AuditSubject;
import fr.guichet.audit.AuditTrail;
import fr.guichet.audit.OwnAction;
import fr.guichet.audit.trail.EntryFilter;
import fr.guichet.audit.trail.EntryPosition;
import fr.guichet.audit.trail.EntryQueries;
import fr.guichet.audit.trail.StoredEntry;
import fr.guichet.audit.web.ActionWords.ActionName;
import fr.guichet.platform.web.Cursors;
import fr.guichet.platform.web.Page;
import fr.guichet.shared.Actor.StaffActor;
import fr.guichet.shared.CustomerId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail, for auditors. That they looked is written down too. */
@RestController
@RequestMapping("/api/audit")
class AuditController {

    private static final int LONGEST = 100;

    /** What was done and what was refused. */
    enum Result {
        DONE,
        REFUSED
    }

    private final EntryQueries queries;
    private final AuditExport export;
    private final AuditTrail audit;
    private final ActionWords words;

    AuditController(EntryQueries queries, AuditExport export, AuditTrail audit, ActionWords words) {
        this.queries = queries;
        this.export = export;
        this.audit = audit;
        this.words = words;
    }

    @Operation(
            description =
                    "Entries of the audit trail, the latest first. Filters narrow each other down. For auditors; every look is itself an entry.")
    @GetMapping
    Page<AuditEntryView> searchAuditTrail(
            StaffActor auditor,
            @Parameter(description = "From this instant on") @RequestParam(required = false) @Nullable OffsetDateTime from,
            @Parameter(description = "Before this instant") @RequestParam(required = false) @Nullable OffsetDateTime to,
            @Parameter(description = "Who did it") @RequestParam(required = false) @Nullable UUID accountId,
            @Parameter(description = "On whom") @RequestParam(required = false) @Nullable UUID customerId,
            @Parameter(description = "One of /api/audit/actions")
                    @RequestParam(required = false)
                    @Size(max = LONGEST) @Nullable String action,
            @RequestParam(required = false) @Nullable Result outcome,
            @Parameter(description = "Where") @RequestParam(required = false) @Nullable UUID branchId,
            @Parameter(description = "The whole network address")
                    @RequestParam(required = false)
                    @Size(max = LONGEST) @Nullable String address,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @RequestParam(required = false) @Nullable String cursor,
            Locale language) {
        var filter = filter(from, to, accountId, customerId, action, outcome, branchId, address);
        var after =
                cursor == null ? null : Cursors.read(cursor, keys -> new EntryPosition(keys.instant(0), keys.uuid(1)));
        note(auditor, OwnAction.ENTRIES_READ, filter);
        var sealed = queries.sealedUpTo();
        return Page.of(queries.find(filter, after, limit + 1), limit, AuditController::cursor)
                .map(entry ->
                        AuditEntryView.of(entry, words.of(Objects.requireNonNull(entry.action()), language), sealed));
    }

    @Operation(description = "Everything that can have been done, to choose from. For auditors.")
    @GetMapping("/actions")
    List<ActionName> listAuditActions(StaffActor auditor, Locale language) {
        return words.all(language);
    }

    @Operation(
            description =
                    "The same entries as a table, the latest first, all of them. Cells that a spreadsheet would run are disarmed with an apostrophe. For auditors; every export is itself an entry.")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/export", produces = "text/csv")
    void exportAuditTrail(
            StaffActor auditor,
            @Parameter(description = "From this instant on") @RequestParam(required = false) @Nullable OffsetDateTime from,
            @Parameter(description = "Before this instant") @RequestParam(required = false) @Nullable OffsetDateTime to,
            @Parameter(description = "Who did it") @RequestParam(required = false) @Nullable UUID accountId,
            @Parameter(description = "On whom") @RequestParam(required = false) @Nullable UUID customerId,
            @Parameter(description = "One of /api/audit/actions")
                    @RequestParam(required = false)
                    @Size(max = LONGEST) @Nullable String action,
            @RequestParam(required = false) @Nullable Result outcome,
            @Parameter(description = "Where") @RequestParam(required = false) @Nullable UUID branchId,
            @Parameter(description = "The whole network address")
                    @RequestParam(required = false)
                    @Size(max = LONGEST) @Nullable String address,
            HttpServletResponse response)
            throws IOException {
        var filter = filter(from, to, accountId, customerId, action, outcome, branchId, address);
        note(auditor, OwnAction.ENTRIES_EXPORTED, filter);
        response.setContentType("text/csv");
        response.setCharacterEncoding(UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        var out = new OutputStreamWriter(response.getOutputStream(), UTF_8);
        export.write(filter, out);
        out.flush();
    }

    private void note(StaffActor auditor, AuditAction what, EntryFilter filter) {
        var customer = filter.customer();
        audit.recordApart(AuditEntry.of(auditor, what, AuditSubject.AUDIT_TRAIL, null)
                .on(customer == null ? null : new CustomerId(customer))
                .with("from", filter.from())
                .with("to", filter.to())
                .with("account", filter.account())
                .with("customer", customer));
    }

    private static EntryFilter filter(
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            @Nullable UUID account,
            @Nullable UUID customer,
            @Nullable String action,
            @Nullable Result outcome,
            @Nullable UUID branch,
            @Nullable String address) {
        return new EntryFilter(
                instant(from),
                instant(to),
                account,
                customer,
                action,
                outcome == null ? null : outcome.name(),
                branch,
                address);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static String cursor(StoredEntry last) {
        return Cursors.of(Objects.requireNonNull(last.at()), Objects.requireNonNull(last.id()));
    }
}

package fr.guichet.branches.network;

import fr.guichet.branches.BranchRefusal;
import fr.guichet.platform.web.BodyLimit;
import fr.guichet.platform.web.Idempotency;
import fr.guichet.platform.web.InvalidField;
import fr.guichet.platform.web.Problem;
import fr.guichet.platform.web.Problems;
import fr.guichet.shared.Actor;
import fr.guichet.shared.Outcome;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The network in and out as a file, for those who run the bank. */
@RestController
class NetworkController {

    private static final int LARGEST_FILE = 5 * 1024 * 1024;

    private final NetworkImport importing;
    private final NetworkExport exporting;
    private final Idempotency idempotency;
    private final MessageSource messages;

    NetworkController(
            NetworkImport importing, NetworkExport exporting, Idempotency idempotency, MessageSource messages) {
        this.importing = importing;
        this.exporting = exporting;
        this.idempotency = idempotency;
        this.messages = messages;
    }

    /** Takes a file, or with {@code mode=check} only says what would become of it. */
    @PostMapping(
            path = "/api/network/import",
            consumes = {"text/csv", "application/geo+json", "application/json"})
    @BodyLimit(LARGEST_FILE)
    ResponseEntity<ImportReport> importNetwork(
            Actor actor,
            @RequestParam String format,
            @RequestParam String mode,
            @RequestBody byte[] file,
            Locale language) {
        var wantedFormat = NetworkFormat.of(format).orElseThrow(() -> malformed("format"));
        var wantedMode = ImportMode.of(mode).orElseThrow(() -> malformed("mode"));
        var judged = valueOf(importing.judge(actor, wantedFormat, file));
        return idempotency.once(() -> {
            var result = importing.take(actor, judged, wantedMode);
            var report = ImportReport.of(wantedFormat, wantedMode, result, messages, language);
            if (wantedMode == ImportMode.TAKE_ALL && !result.taken()) {
                throw Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "import-rejected", result.rejectedEntries())
                        .with("report", report)
                        .exception();
            }
            return ResponseEntity.ok(report);
        });
    }

    @GetMapping("/api/network/export")
    ResponseEntity<String> exportNetwork(Actor actor, @RequestParam String format) {
        var wanted = NetworkFormat.of(format).orElseThrow(() -> malformed("format"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, wanted.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"network." + wanted.word() + "\"")
                .body(valueOf(exporting.run(actor, wanted)));
    }

    private static RuntimeException malformed(String parameter) {
        return Problems.malformed(new InvalidField(parameter, "invalid.value")).exception();
    }

    private static <T> T valueOf(Outcome<T, BranchRefusal> outcome) {
        return switch (outcome) {
            case Outcome.Done<T, BranchRefusal>(var value) -> value;
            case Outcome.Refused<T, BranchRefusal>(BranchRefusal refusal) ->
                throw Problems.forbidden().exception();
        };
    }
}

package fr.guichet.branches.web;

import fr.guichet.branches.ReasonDefinition;
import fr.guichet.branches.VisitReason;
import fr.guichet.branches.Wording;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Reasons as requests and answers write them. */
final class ReasonViews {

    private ReasonViews() {}

    /**
     * A reason in the reader's language.
     *
     * @param minNoticeMinutes how long before the start one may book at the latest
     * @param horizonDays how many days ahead one may book
     * @param requiredDocuments names of the papers to bring
     */
    @Schema(name = "VisitReasonView")
    record ReasonView(
            UUID id,
            String code,
            String name,
            String description,
            long durationMinutes,
            long bufferBeforeMinutes,
            long bufferAfterMinutes,
            long minNoticeMinutes,
            int horizonDays,
            List<String> requiredSkills,
            List<String> requiredDocuments,
            long version) {

        static ReasonView of(VisitReason reason, Locale language) {
            return new ReasonView(
                    reason.id().value(),
                    reason.code(),
                    reason.name().in(language),
                    reason.description().in(language),
                    reason.duration().toMinutes(),
                    reason.bufferBefore().toMinutes(),
                    reason.bufferAfter().toMinutes(),
                    reason.minNotice().toMinutes(),
                    reason.horizonDays(),
                    reason.requiredSkills().stream().sorted().toList(),
                    reason.requiredDocuments().stream()
                            .map(document -> document.in(language))
                            .toList(),
                    reason.version());
        }
    }

    /**
     * A reason in both languages, for those who edit it.
     *
     * @param active whether it can be booked
     */
    record ReasonDetail(
            UUID id,
            String code,
            Wording names,
            Wording descriptions,
            long durationMinutes,
            long bufferBeforeMinutes,
            long bufferAfterMinutes,
            long minNoticeMinutes,
            int horizonDays,
            List<String> requiredSkills,
            List<Wording> requiredDocuments,
            boolean active,
            long version) {

        static ReasonDetail of(VisitReason reason) {
            return new ReasonDetail(
                    reason.id().value(),
                    reason.code(),
                    reason.name(),
                    reason.description(),
                    reason.duration().toMinutes(),
                    reason.bufferBefore().toMinutes(),
                    reason.bufferAfter().toMinutes(),
                    reason.minNotice().toMinutes(),
                    reason.horizonDays(),
                    reason.requiredSkills().stream().sorted().toList(),
                    reason.requiredDocuments(),
                    reason.active(),
                    reason.version());
        }
    }

    /** Short words in both languages. */
    @Schema(name = "ReasonName")
    record Name(
            @NotBlank @Size(max = 100) String fr,
            @NotBlank @Size(max = 100) String en) {

        Wording wording() {
            return new Wording(fr.strip(), en.strip());
        }
    }

    /** Longer words in both languages, or none. */
    @Schema(name = "ReasonText")
    record Text(
            @NotNull @Size(max = 500) String fr,
            @NotNull @Size(max = 500) String en) {

        Wording wording() {
            return new Wording(fr.strip(), en.strip());
        }
    }

    /** A reason as an administrator wants it to be. */
    record DefineReason(
            @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String code,

            @NotNull @Valid Name names,
            @NotNull @Valid Text descriptions,
            @NotNull @Min(5) @Max(480) Integer durationMinutes,
            @NotNull @Min(0) @Max(120) Integer bufferBeforeMinutes,
            @NotNull @Min(0) @Max(120) Integer bufferAfterMinutes,
            @NotNull @Min(0) @Max(43_200) Integer minNoticeMinutes,
            @NotNull @Min(1) @Max(365) Integer horizonDays,
            @NotNull @Size(max = 30) Set<@NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") String> requiredSkills,
            @NotNull @Size(max = 30) List<@NotNull @Valid Name> requiredDocuments,
            @NotNull Boolean active) {

        ReasonDefinition definition() {
            return new ReasonDefinition(
                    code,
                    names.wording(),
                    descriptions.wording(),
                    Duration.ofMinutes(durationMinutes),
                    Duration.ofMinutes(bufferBeforeMinutes),
                    Duration.ofMinutes(bufferAfterMinutes),
                    Duration.ofMinutes(minNoticeMinutes),
                    horizonDays,
                    requiredSkills,
                    requiredDocuments.stream().map(Name::wording).toList(),
                    active);
        }
    }
}

package fr.guichet.audit.web;

import fr.guichet.audit.AuditAction.Catalogue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What actions are called in the reader's language. */
@Component
class ActionWords {

    private final MessageSource messages;
    private final ObjectProvider<Catalogue> catalogues;

    ActionWords(MessageSource messages, ObjectProvider<Catalogue> catalogues) {
        this.messages = messages;
        this.catalogues = catalogues;
    }

    /** All that can have been done, by name. */
    List<ActionName> all(Locale language) {
        return catalogues.stream()
                .flatMap(catalogue -> catalogue.actions().stream())
                .map(action -> new ActionName(action.code(), of(action.code(), language)))
                .sorted(Comparator.comparing(ActionName::action))
                .toList();
    }

    /** An action of another version of Guichet is called by its code. */
    String of(String action, Locale language) {
        var words = messages.getMessage("audit.action." + action, null, action, language);
        return words == null ? action : words;
    }

    String who(String key, Locale language) {
        return messages.getMessage("audit.by." + key, null, language);
    }

    /**
     * Something that can have been done.
     *
     * @param action what to filter by
     * @param label the same in the reader's language
     */
    record ActionName(String action, String label) {}
}

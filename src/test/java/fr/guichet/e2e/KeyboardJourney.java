package fr.guichet.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.guichet.testing.SentMessages;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The whole way of a customer without a mouse. The focus is always where the result is. */
class KeyboardJourney {

    @RegisterExtension
    private final Browsers browsers = new Browsers();

    private Screen screen;
    private Keyboard keyboard;

    @BeforeEach
    void open() {
        screen = browsers.visitor(Width.DESKTOP).at("/");
        keyboard = new Keyboard(screen);
        assertThat(screen.heading("Prendre rendez-vous en agence")).isVisible();
    }

    @Test
    void aCustomerBooksMovesAndCancelsAVisit() {
        var odile = Bank.customer("Odile", "Touche");
        findTheBranch();
        chooseASlot("jeudi 26 novembre");
        signIn(odile);
        book();
        move();
        cancel();
    }

    @Test
    void theFirstStopLeadsPastTheNavigation() {
        keyboard.press("Tab");
        assertThat(screen.link("Aller au contenu")).isFocused();
        keyboard.press("Enter").reach(screen.field("Ville ou code postal"));
    }

    private void findTheBranch() {
        keyboard.reach(screen.field("Ville ou code postal")).type("69002");
        assertThat(screen.heading("Agences pour « 69002 »")).isVisible();
        keyboard.reach(screen.link(Bank.HOME)).press("Enter");
        assertThat(screen.heading(Bank.HOME)).isFocused();
        keyboard.reach(screen.link("Ma carte bancaire")).press("Enter");
        assertThat(screen.heading("Choisissez un créneau")).isFocused();
    }

    private void chooseASlot(String day) {
        walkToDay(day);
        keyboard.reach(screen.button(Pattern.compile("^Choisir " + day)).first())
                .press("Enter");
        assertThat(screen.heading("Confirmez votre rendez-vous")).isFocused();
    }

    /** The calendar is one stop; arrows walk over its days. */
    private void walkToDay(String day) {
        var wanted = screen.button(Pattern.compile("^" + day + ", "));
        keyboard.reach(screen.button(Pattern.compile("^mardi 24 novembre, ")));
        for (var step = 0; step < 3 && !day.startsWith(focusedDay()); step++) {
            keyboard.press("ArrowRight");
        }
        assertThat(wanted).isFocused();
        keyboard.press("Enter");
        assertThat(screen.heading(Character.toUpperCase(day.charAt(0)) + day.substring(1)))
                .isFocused();
    }

    private String focusedDay() {
        var text = (String) screen.page().evaluate("document.activeElement.textContent");
        return text.substring(0, Math.max(0, text.indexOf(',')));
    }

    private void signIn(Person customer) {
        keyboard.reach(screen.field("Adresse e-mail"))
                .type(customer.email())
                .press("Tab")
                .type(Bank.PASSWORD)
                .press("Enter");
        assertThat(screen.field("Votre code")).isFocused();
        keyboard.type(SentMessages.takeCode(customer.email()).orElseThrow()).press("Enter");
        assertThat(screen.text("Créneau gardé pour vous encore 10 min")).isFocused();
    }

    private void book() {
        keyboard.reach(screen.button("Confirmer le rendez-vous")).press("Space");
        assertThat(screen.heading("Votre rendez-vous est confirmé")).isFocused();
        keyboard.reach(screen.link("Voir ce rendez-vous")).press("Enter");
        assertThat(screen.heading("Votre rendez-vous")).isFocused();
    }

    private void move() {
        keyboard.reach(screen.link("Déplacer")).press("Enter");
        assertThat(screen.heading("Déplacer votre rendez-vous")).isFocused();
        walkToDay("vendredi 27 novembre");
        keyboard.reach(screen.button(Pattern.compile("^Choisir vendredi 27 novembre"))
                        .first())
                .press("Enter");
        keyboard.reach(screen.button("Déplacer le rendez-vous")).press("Enter");
        assertThat(screen.result("Votre rendez-vous est déplacé")).isFocused();
    }

    private void cancel() {
        var cancel = screen.button("Annuler le rendez-vous");
        keyboard.reach(cancel).press("Enter");
        assertThat(screen.dialog()).isVisible();
        keyboard.press("Escape");
        assertThat(screen.dialog()).isHidden();
        assertThat(cancel).isFocused();

        keyboard.press("Enter").reach(screen.button("Oui, l’annuler")).press("Enter");
        assertThat(screen.result("Votre rendez-vous est annulé")).isFocused();
    }
}

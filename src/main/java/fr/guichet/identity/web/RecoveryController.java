package fr.guichet.identity.web;

import fr.guichet.identity.recovery.PasswordRecovery;
import fr.guichet.identity.recovery.PasswordRecovery.Choice;
import fr.guichet.identity.signin.OneTimeToken;
import fr.guichet.identity.signin.SignInBusyException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A password forgotten, or not chosen yet. */
@RestController
@RequestMapping("/api/recovery")
class RecoveryController {

    private final PasswordRecovery recovery;

    RecoveryController(PasswordRecovery recovery) {
        this.recovery = recovery;
    }

    /** Sends a link, if somebody signs in with this address. The answer does not tell. */
    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void askForPasswordLink(@Valid @RequestBody Forgotten forgotten) {
        recovery.forgotten(forgotten.email());
    }

    /** Sends a code by text message to the owner of the link, if that is where codes go. The answer does not tell. */
    @PostMapping("/message")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void sendRecoveryCode(@Valid @RequestBody LinkToken link) {
        recovery.sendCode(new OneTimeToken(link.token()));
    }

    /**
     * Chooses a password by the link and a code that came another way: from the app, the recovery sheet, by text message, or handed
     * over by the bank. All sessions end.
     */
    @PostMapping("/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choosePassword(@Valid @RequestBody ChosenPassword chosen) {
        switch (choose(chosen)) {
            case Choice.Chosen _ -> {}
            case Choice.Weak weak ->
                throw SecurityController.weakPassword(weak.weakness()).exception();
            case Choice.Refused _ -> throw SecurityProblems.RECOVERY_REFUSED.exception();
        }
    }

    private Choice choose(ChosenPassword chosen) {
        try {
            return recovery.choose(new OneTimeToken(chosen.token()), chosen.code(), chosen.password());
        } catch (SignInBusyException e) {
            throw SecurityProblems.SIGN_IN_BUSY.exception();
        }
    }

    record Forgotten(@NotNull @Size(max = 1000) String email) {
        @Override
        public String toString() {
            return "Forgotten[…]";
        }
    }

    /**
     * Which link it is about.
     *
     * @param token what stands behind the {@code #} of the link
     */
    record LinkToken(@NotNull @Size(max = 200) String token) {
        @Override
        public String toString() {
            return "LinkToken[…]";
        }
    }

    /**
     * What is chosen.
     *
     * @param token what stands behind the {@code #} of the link
     */
    record ChosenPassword(
            @NotNull @Size(max = 200) String token,
            @NotNull @Size(max = 200) String code,
            @NotNull @Size(max = 1000) String password) {
        @Override
        public String toString() {
            return "ChosenPassword[…]";
        }
    }
}

package fr.guichet.e2e;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;

/** The part of a telephone that holds passkeys behind a fingerprint, and whose owner puts the right finger on it when asked. */
final class Device {

    private final CDPSession browser;
    private final String id;

    Device(Page page) {
        browser = page.context().newCDPSession(page);
        browser.send("WebAuthn.enable");
        var options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        var wish = new JsonObject();
        wish.add("options", options);
        id = browser.send("WebAuthn.addVirtualAuthenticator", wish)
                .get("authenticatorId")
                .getAsString();
    }

    /** Whether its owner has a finger on it: with one there, whatever a page offers by itself is taken at once. */
    void finger(boolean there) {
        var wish = new JsonObject();
        wish.addProperty("authenticatorId", id);
        wish.addProperty("enabled", there);
        browser.send("WebAuthn.setAutomaticPresenceSimulation", wish);
    }

    /** What it holds. */
    List<JsonElement> passkeys() {
        var which = new JsonObject();
        which.addProperty("authenticatorId", id);
        return browser.send("WebAuthn.getCredentials", which)
                .getAsJsonArray("credentials")
                .asList();
    }
}

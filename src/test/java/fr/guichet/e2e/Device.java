package fr.guichet.e2e;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.List;

/** The part of a telephone that holds passkeys behind a fingerprint, and whose owner always puts the right finger on it. */
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

    /** What it holds. */
    List<JsonElement> passkeys() {
        var which = new JsonObject();
        which.addProperty("authenticatorId", id);
        return browser.send("WebAuthn.getCredentials", which)
                .getAsJsonArray("credentials")
                .asList();
    }
}

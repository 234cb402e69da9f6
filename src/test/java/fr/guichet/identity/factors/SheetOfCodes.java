package fr.guichet.identity.factors;

import fr.guichet.platform.keys.Keys;
import fr.guichet.shared.AccountId;
import java.util.List;
import java.util.stream.IntStream;

/** Recovery codes that are known beforehand, for those who sign in by the hundred. */
public final class SheetOfCodes {

    private static final String LAST = "23456789ABCDEFGHJKMN";

    private SheetOfCodes() {}

    /** The same twenty for everyone. */
    public static List<String> codes() {
        return IntStream.range(0, LAST.length())
                .mapToObj(number -> "22222222222" + LAST.charAt(number))
                .toList();
    }

    /** What is kept of one of them for an account. */
    public static byte[] kept(Keys keys, AccountId account, String code) {
        return new CodeMacs(keys).of(RecoveryCodes.PURPOSE, account, code);
    }
}

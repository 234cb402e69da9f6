package fr.guichet.branches;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A branch that does not exist yet, with its advisers.
 *
 * @param code the bank's own, unique in the network: letters, digits and {@code . _ : / -}, at most 64
 */
public record NewBranch(String code, BranchSettings settings, List<NewAdviser> advisers) {

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:/-]{0,63}");

    public NewBranch {
        advisers = List.copyOf(advisers);
        if (!isCode(code)) {
            throw new IllegalArgumentException("code");
        }
    }

    public static boolean isCode(String code) {
        return CODE.matcher(code).matches();
    }
}

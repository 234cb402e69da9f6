package fr.guichet.identity.recovery;

import fr.guichet.identity.SecurityMessage.Occasion;
import fr.guichet.identity.factors.HandedOverCodes;
import fr.guichet.platform.database.Transactions;
import fr.guichet.shared.AccountId;
import org.springframework.stereotype.Service;

/**
 * Gives somebody access: a link by e-mail and a code that is handed over, in the branch or by telephone. One without the other opens
 * nothing, so neither a wrong address nor a lost sheet of paper does.
 */
@Service
public class Invitations {

    private final PasswordLinks links;
    private final HandedOverCodes codes;
    private final Transactions transactions;

    Invitations(PasswordLinks links, HandedOverCodes codes, Transactions transactions) {
        this.links = links;
        this.codes = codes;
        this.transactions = transactions;
    }

    /**
     * Sends the link, in the caller's transaction if there is one. One sent before stops working, and so does its code.
     *
     * @return the code to hand over, to be shown once
     */
    public String invite(AccountId account) {
        return transactions.call(() -> {
            var code = codes.next();
            links.send(account, Occasion.INVITED, codes.mac(account, code));
            return code;
        });
    }
}

package fr.guichet.demo;

import fr.guichet.branches.BranchAdministration;
import fr.guichet.customers.Customers;
import fr.guichet.platform.database.embedded.EmbeddedServer;
import fr.guichet.platform.start.ReadyNotice;
import fr.guichet.platform.start.StartRefused;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Loads the small bank at start when it is asked for ({@code guichet.demo.load=true}), or, in development, into an
 * embedded database that is empty. It
 * never touches a database that holds a bank of its own: asked to, Guichet refuses to start.
 */
@Component
@Order(SmallBankLoader.AFTER_THE_FIRST_ADMINISTRATOR)
@EnableConfigurationProperties(DemoProperties.class)
class SmallBankLoader implements ApplicationRunner, ReadyNotice {

    static final int AFTER_THE_FIRST_ADMINISTRATOR = 100;

    private static final Logger LOG = LoggerFactory.getLogger("guichet");

    private final DemoProperties properties;
    private final SmallBank bank;
    private final BranchAdministration branches;
    private final Customers customers;
    private final boolean byDefault;

    SmallBankLoader(
            DemoProperties properties,
            SmallBank bank,
            BranchAdministration branches,
            Customers customers,
            ObjectProvider<EmbeddedServer> embedded,
            Environment environment) {
        this.properties = properties;
        this.bank = bank;
        this.branches = branches;
        this.customers = customers;
        this.byDefault = embedded.getIfAvailable() != null && !environment.acceptsProfiles(Profiles.of("production"));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var wanted = properties.load() == null ? byDefault : properties.load();
        if (!wanted) {
            return;
        }
        if (bank.isOpen()) {
            bank.carryForward();
        } else if (!branches.hasBranches() && !customers.hasCustomers()) {
            LOG.info("Opening the small bank, which takes a few seconds the first time");
            bank.open();
        } else if (properties.load() != null) {
            throw new StartRefused(
                    "The small bank was asked for (guichet.demo.load), but this database holds another bank: name an empty"
                            + " database, or leave guichet.demo.load out.");
        }
    }

    @Override
    public List<String> lines() {
        if (!bank.isOpen()) {
            return List.of();
        }
        return List.of(
                "The small bank is open. Sign in with the password " + SmallBankPeople.PASSWORD + ",",
                "and with the code that you find at /demo/messages, as",
                SmallBankPeople.MARIE + "   customer",
                SmallBankPeople.PIERRE + "  customer",
                SmallBankPeople.SOPHIE + "  adviser in Lyon",
                SmallBankPeople.DAVID + "   manager of the Lyon branch",
                SmallBankPeople.INES + "   Customer Service",
                SmallBankPeople.LOUIS + "   auditor",
                SmallBankPeople.ADMINISTRATOR + "   administrator");
    }
}

package fr.guichet;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The floors of the house: no module reaches above itself or into another's rooms. */
class ModularityTests {

    private static final ApplicationModules MODULES = ApplicationModules.of(GuichetApplication.class);

    @Test
    void everyModuleUsesOnlyWhatItDeclares() {
        MODULES.verify();
    }
}

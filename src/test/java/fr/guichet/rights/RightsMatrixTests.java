package fr.guichet.rights;

import static org.assertj.core.api.Assertions.assertThat;

import fr.guichet.testing.Instances;
import fr.guichet.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every role may do what the table of rights says, on the data it says, and nothing else. */
class RightsMatrixTests {

    @Test
    void everyOperationHasALineAndASpecimenAndEveryLineAnOperation() {
        assertThat(RightsWalk.strays()).isEmpty();
    }

    @Test
    void everyCellIsAsTheTableSays() {
        try (var instance = Instances.on(TestDatabase.create(), List.of(RightsWalk.CLOCK))) {
            var result = RightsWalk.on(instance);

            assertThat(result.leaks()).isEmpty();
            assertThat(result.cells()).isEqualTo(result.operations() * (result.roles() + 1) * 3);
        }
    }
}

package fr.guichet.identity.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.guichet.identity.rights.Operation;
import fr.guichet.identity.rights.Rights;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Guichet does not start with an operation that the table of rights does not know. */
class OperationsTests {

    private final Rights rights = new Rights(List.of(Operation.on("known").everyone()));
    private final RequestMappingHandlerMapping controllers = new RequestMappingHandlerMapping();

    @Test
    void anOperationThatTheTableNamesIsFine() throws NoSuchMethodException {
        map("/api/known", "known");

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void anOperationWithoutALineKeepsGuichetFromStarting() throws NoSuchMethodException {
        map("/api/forgotten", "forgotten");

        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[forgotten]");
    }

    @Test
    void twoOperationsOfOneNameDoToo() throws NoSuchMethodException {
        map("/api/known", "known");
        map("/api/other", "known");

        assertThatThrownBy(this::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("[known]");
    }

    @Test
    void whatIsNoOperationNeedsNoLine() throws NoSuchMethodException {
        map("/somewhere/else", "forgotten");

        assertThatCode(this::start).doesNotThrowAnyException();
    }

    private void map(String path, String method) throws NoSuchMethodException {
        controllers.registerMapping(
                RequestMappingInfo.paths(path)
                        .methods(RequestMethod.GET)
                        .options(controllers.getBuilderConfiguration())
                        .build(),
                new Controller(),
                Controller.class.getDeclaredMethod(method));
    }

    private void start() {
        new Operations(controllers, rights).afterSingletonsInstantiated();
    }

    static class Controller {

        void known() {}

        void forgotten() {}
    }
}

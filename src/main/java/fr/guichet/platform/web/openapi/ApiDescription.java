package fr.guichet.platform.web.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows the description of the API to those who write clients: the file that the tests hold against the controllers. */
@Hidden
@RestController
class ApiDescription {

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    Resource describeApi() {
        return new ClassPathResource("openapi.json");
    }
}

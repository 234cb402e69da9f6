package fr.guichet.openapi;

import fr.guichet.platform.web.Idempotency;
import fr.guichet.shared.Actor;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.servers.Server;
import java.util.Arrays;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** What the description of the API says beyond what springdoc finds by itself. Known to the tests alone: the program only shows the file. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String PROBLEM = "Problem";
    private static final String FIELD_ERROR = "FieldError";
    private static final String REFERENCE = "#/components/schemas/";
    private static final String OURS = "fr.guichet.";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(Actor.class, Actor.CustomerActor.class, Actor.StaffActor.class);
    }

    /** The address is the reader's own: a port or a host name would differ with every machine that writes the file. */
    @Bean
    OpenAPI openApi() {
        return new OpenAPI().info(new Info().title("Guichet").version("1")).servers(List.of(new Server().url("/")));
    }

    /** Operations are known by their method's name and grouped by module. */
    @Bean
    OperationCustomizer operationsByModule() {
        return (operation, method) -> {
            var module = method.getBeanType()
                    .getPackageName()
                    .substring(OURS.length())
                    .replaceFirst("\\..*", "");
            operation.setTags(List.of(module));
            operation.setOperationId(method.getMethod().getName());
            if (operation.getParameters() != null) {
                operation.getParameters().stream()
                        .filter(parameter -> HttpHeaders.IF_MATCH.equals(parameter.getName()))
                        .forEach(parameter -> parameter.required(true).example("\"7\""));
            }
            if (acceptsAKey(method)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(Idempotency.KEY)
                        .required(false)
                        .description("Repeats of the request get the first answer")
                        .schema(new StringSchema().minLength(1).maxLength(100)));
            }
            return operation;
        };
    }

    private static boolean acceptsAKey(HandlerMethod method) {
        return method.hasMethodAnnotation(PostMapping.class)
                && Arrays.stream(method.getBeanType().getDeclaredFields())
                        .anyMatch(field -> field.getType() == Idempotency.class);
    }

    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            var schemas = api.getComponents();
            schemas.addSchemas(FIELD_ERROR, fieldError());
            schemas.addSchemas(PROBLEM, problem());
            var answer = new ApiResponse()
                    .description("What is in the way (RFC 9457)")
                    .content(new Content()
                            .addMediaType(
                                    org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                                    new MediaType().schema(new Schema<>().$ref(REFERENCE + PROBLEM))));
            api.getPaths().values().forEach(path -> path.readOperations()
                    .forEach(operation -> answerWith(operation, answer)));
            checkNames(api);
        };
    }

    private static void answerWith(Operation operation, ApiResponse problem) {
        operation.getResponses().addApiResponse("default", problem);
    }

    private static Schema<?> fieldError() {
        var error = new ObjectSchema();
        error.addProperty("field", new StringSchema());
        error.addProperty("message", new StringSchema());
        error.setRequired(List.of("field", "message"));
        return error;
    }

    private static Schema<?> problem() {
        var problem = new ObjectSchema();
        problem.addProperty("type", new StringSchema().example("/problems/not-found"));
        problem.addProperty("title", new StringSchema());
        problem.addProperty("status", new IntegerSchema().format("int32"));
        problem.addProperty("detail", new StringSchema());
        problem.addProperty("errors", new ArraySchema().items(new Schema<>().$ref(REFERENCE + FIELD_ERROR)));
        problem.addProperty("requestId", new StringSchema());
        problem.addProperty("current", new Schema<>().description("stale: the resource as it is now"));
        problem.setRequired(List.of("type", "title", "status", "detail", "requestId"));
        problem.setDescription("RFC 9457. Further members depend on the type.");
        problem.setAdditionalProperties(true);
        return problem;
    }

    /** The client's functions are named after operations: two of one name would be told apart by a number that moves. */
    private static void checkNames(OpenAPI api) {
        var names = api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .map(Operation::getOperationId)
                .toList();
        names.stream()
                .filter(name -> names.indexOf(name) != names.lastIndexOf(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalStateException("Two controller methods are called " + name
                            + "; the client's functions take their names, so they must differ");
                });
    }
}

package kz.senim.server.api;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.JsonNode;

/** The API's description: what cannot be read from the methods themselves is said here once. */
@Configuration
class OpenApiConfiguration {

  private static final String PROBLEM = "#/components/schemas/ProblemDetail";
  private static final Map<String, String> PROBLEMS = problems();

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(ApiWeb.GIVEN.toArray(Class<?>[]::new));
  }

  private static Map<String, String> problems() {
    Map<String, String> problems = new LinkedHashMap<>();
    problems.put(
        "400", "Something is wrong with the request; errors says what and how to mend it.");
    problems.put("401", "There is no token that works.");
    problems.put("403", "The caller's roles, or the token's scopes, do not allow it.");
    problems.put("404", "There is no such thing, or it is not for the caller.");
    problems.put("429", "Too many requests; Retry-After says for how many seconds to wait.");
    return problems;
  }

  @Bean
  OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Senim")
                .version("1")
                .description(
                    "The law of Kazakhstan's information security as running code: the same use"
                        + " cases as the pages. Days are those of Asia/Almaty; asOf asks for"
                        + " another than today. Texts come in the language of Accept-Language: kk,"
                        + " ru or en.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url("/").description("The Senim that is asked.")))
        .components(
            new Components()
                .addSecuritySchemes(
                    "token",
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description(
                            "A personal token, made on the page of the account; it begins with"
                                + " senim_. Each operation names the scope that it needs.")));
  }

  @Bean
  OperationCustomizer operations() {
    return (operation, method) -> {
      if (method.getBeanType().isAnnotationPresent(ApiController.class)) {
        complete(operation, method);
      }
      return operation;
    };
  }

  private static void complete(Operation operation, HandlerMethod method) {
    operation.setTags(List.of(method.getBeanType().getSimpleName().replaceFirst("Api$", "")));
    operation.setOperationId(
        Character.toLowerCase(method.getBeanType().getSimpleName().charAt(0))
            + method.getBeanType().getSimpleName().substring(1).replaceFirst("Api$", "")
            + "."
            + method.getMethod().getName());
    Needs needs = method.getMethodAnnotation(Needs.class);
    operation.setSecurity(
        List.of(
            new SecurityRequirement()
                .addList(
                    "token",
                    needs == null
                        ? List.of()
                        : Stream.of(needs.value()).map(Scope::word).toList())));
    boolean changes = false;
    boolean creates = false;
    for (MethodParameter parameter : method.getMethodParameters()) {
      Class<?> type = parameter.getParameterType();
      if (type == Caller.class) {
        operation.addParametersItem(
            parameter("query", "asOf", "The day to answer for; today when absent.").schema(day()));
        operation.addParametersItem(
            parameter("header", "Accept-Language", "kk, ru or en; ru when absent."));
      } else if (type == Paging.class) {
        operation.addParametersItem(
            parameter("query", "after", "The cursor next of the part before."));
        operation.addParametersItem(
            parameter("query", "limit", "How many at most, 1 to 200.").schema(of("integer")));
      } else if (type == Match.class) {
        operation.addParametersItem(
            parameter("header", "If-Match", "The ETag of the thing as it was read.")
                .required(true));
        changes = true;
      } else if (type == Once.Request.class) {
        operation.addParametersItem(
            parameter(
                "header", "Idempotency-Key", "With the same key it is done once within a day."));
        creates = true;
      }
    }
    body(operation, method);
    answers(operation, method, changes, creates);
  }

  /** Of a body that no parameter names: a passport, or a file. */
  private static void body(Operation operation, HandlerMethod method) {
    RequestMapping mapping =
        AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
    if (operation.getRequestBody() != null || mapping == null || mapping.consumes().length == 0) {
      return;
    }
    Content content = new Content();
    for (String type : mapping.consumes()) {
      Schema<?> schema =
          type.equals(MediaType.APPLICATION_JSON_VALUE) ? of("object") : of("string");
      if (type.equals(MediaType.APPLICATION_OCTET_STREAM_VALUE)) {
        schema.setFormat("binary");
      }
      content.addMediaType(type, new io.swagger.v3.oas.models.media.MediaType().schema(schema));
    }
    operation.setRequestBody(new RequestBody().required(true).content(content));
  }

  private static void answers(
      Operation operation, HandlerMethod method, boolean changes, boolean creates) {
    ApiResponses answers = new ApiResponses();
    ApiResponse good = operation.getResponses().get("200");
    if (good == null) {
      good = operation.getResponses().values().iterator().next();
    }
    good.setDescription(creates ? "It is there now; Location says where." : "The answer.");
    good.addHeaderObject("ETag", new Header().description("The state.").schema(text()));
    answers.addApiResponse(creates ? "201" : "200", good);
    if (method.getMethod().isAnnotationPresent(GetMapping.class)) {
      answers.addApiResponse(
          "304", new ApiResponse().description("As If-None-Match says: nothing has changed."));
    }
    PROBLEMS.forEach((status, why) -> answers.addApiResponse(status, problem(why)));
    if (changes) {
      answers.addApiResponse("412", problem("Somebody changed it in the meantime."));
      answers.addApiResponse("428", problem("If-Match is missing."));
    }
    if (changes || creates) {
      answers.addApiResponse("409", problem("It does not fit what is there: it was put away."));
    }
    if (creates) {
      answers.addApiResponse("422", problem("The Idempotency-Key came with another request."));
    }
    if (operation.getRequestBody() != null || creates) {
      answers.addApiResponse("413", problem("The body is too large."));
      answers.addApiResponse("415", problem("The body comes in another form."));
    }
    operation.setResponses(answers);
  }

  private static ApiResponse problem(String why) {
    return new ApiResponse()
        .description(why)
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new io.swagger.v3.oas.models.media.MediaType()
                        .schema(new Schema<>().$ref(PROBLEM))));
  }

  private static Parameter parameter(String in, String name, String description) {
    return new Parameter()
        .in(in)
        .name(name)
        .description(description)
        .required(false)
        .schema(text());
  }

  private static Schema<?> of(String type) {
    Schema<?> schema = new Schema<>(SpecVersion.V31);
    schema.addType(type);
    return schema;
  }

  private static Schema<?> text() {
    return of("string");
  }

  private static Schema<?> day() {
    return of("string").format("date");
  }

  /** The schema of problems, which no method returns; and everything in an order that stays. */
  @Bean
  OpenApiCustomizer whole() {
    return api -> {
      io.swagger.v3.core.converter.ModelConverters.getInstance(true)
          .readAll(ProblemDetail.class)
          .forEach(api.getComponents()::addSchemas);
      api.getComponents().setSchemas(new TreeMap<>(api.getComponents().getSchemas()));
      var paths = new io.swagger.v3.oas.models.Paths();
      new TreeMap<>(api.getPaths()).forEach(paths::addPathItem);
      api.setPaths(paths);
      api.setTags(null);
      for (Schema<?> schema : api.getComponents().getSchemas().values()) {
        if (schema.getProperties() != null) {
          for (Schema<?> property : schema.getProperties().values()) {
            onOneLine(property);
          }
        }
      }
    };
  }

  /** Docstrings are broken where the source's lines end. */
  private static void onOneLine(Schema<?> schema) {
    if (schema.getDescription() != null) {
      schema.setDescription(schema.getDescription().replaceAll("\\s+", " "));
    }
  }

  /** What a record must have is required; what it does not name is not there. */
  @Bean
  ModelConverter records() {
    return new ModelConverter() {
      @Override
      public @Nullable Schema<?> resolve(
          AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        JavaType java = Json.mapper().constructType(type.getType());
        if (java != null && java.getRawClass() == JsonNode.class) {
          return new Schema<>(SpecVersion.V31).description("Any JSON.");
        }
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        if (schema != null && java != null && java.getRawClass().isRecord()) {
          Schema<?> defined =
              schema.get$ref() == null
                  ? schema
                  : context
                      .getDefinedModels()
                      .get(schema.get$ref().substring(schema.get$ref().lastIndexOf('/') + 1));
          if (defined != null) {
            complete(defined, java.getRawClass());
          }
        }
        return schema;
      }

      @Override
      public boolean isOpenapi31() {
        return true;
      }
    };
  }

  private static void complete(Schema<?> schema, Class<?> type) {
    schema.setAdditionalProperties(false);
    for (RecordComponent component : type.getRecordComponents()) {
      if (!StrictJson.isOptional(component)
          && (schema.getRequired() == null
              || !schema.getRequired().contains(component.getName()))) {
        schema.addRequiredItem(component.getName());
      }
      Longest longest = component.getAnnotation(Longest.class);
      Schema<?> property =
          schema.getProperties() == null ? null : schema.getProperties().get(component.getName());
      if (longest != null && property != null && property.get$ref() == null) {
        property.setMaxLength(longest.value());
      }
    }
  }
}

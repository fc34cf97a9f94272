package kz.senim.server.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The API to read: a page made of its description. */
@Controller
class ReferenceController {

  private final OpenApiWebMvcResource description;
  private final JsonMapper json;

  ReferenceController(OpenApiWebMvcResource description, JsonMapper json) {
    this.description = description;
    this.json = json;
  }

  @GetMapping("/api")
  String reference(HttpServletRequest request, Model model) throws Exception {
    Reference reference =
        new Reference(
            json.readTree(
                description.openapiJson(
                    request, ApiController.PATH + "/openapi.json", Locale.ENGLISH)));
    model.addAttribute("byTag", reference.byTag());
    model.addAttribute("shapes", reference.shapes());
    return "api/reference";
  }
}

package kz.senim.server.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;

/** Says in the reader's language what went wrong and what to do next; never a stack trace. */
@Controller
class ErrorPageController implements ErrorController {

  @RequestMapping("/error")
  String error(HttpServletRequest request, Model model) {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer number ? number : 500;
    String kind =
        switch (code) {
          case 400, 405, 415 -> "bad";
          case 401, 403 -> "forbidden";
          case 404 -> "missing";
          case 413 -> "large";
          case 429 -> "busy";
          default -> "broken";
        };
    model.addAttribute("code", code);
    model.addAttribute("kind", kind);
    model.addAttribute("requestId", request.getAttribute("requestId"));
    return "error";
  }
}

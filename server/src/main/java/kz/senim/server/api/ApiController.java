package kz.senim.server.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.core.annotation.AliasFor;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A part of the API; each of its methods says with {@link Needs} what a token must be good for. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@RestController
@RequestMapping
public @interface ApiController {

  /** Where the API begins. */
  String PATH = "/api/v1";

  /** Where this part begins. */
  @AliasFor(annotation = RequestMapping.class, attribute = "path")
  String[] value() default PATH;
}

package kz.senim.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A request of {@code access-matrix.csv}: every endpoint has at least one.
 *
 * @param answers as the matrix says, in the order of {@link #PEOPLE}
 */
record MatrixRow(String method, String path, String form, List<String> answers) {

  static final Path FILE = Path.of("src/test/resources/access-matrix.csv");
  static final Pattern BRACES = Pattern.compile("\\{([^}=]+)(?:=([^}]*))?}");
  static final List<String> PEOPLE =
      List.of(
          "stranger", "member-less", "auditor", "owner", "officer", "administrator", "other-owner");

  static List<MatrixRow> all() throws IOException {
    List<MatrixRow> rows = new ArrayList<>();
    for (String line : Files.readAllLines(FILE)) {
      if (line.isBlank() || line.startsWith("#") || line.startsWith("method,")) {
        continue;
      }
      String[] cells = line.split(",", -1);
      assertThat(cells).as(line).hasSize(3 + PEOPLE.size());
      rows.add(
          new MatrixRow(
              cells[0], cells[1], cells[2], List.of(cells).subList(3, 3 + PEOPLE.size())));
    }
    return rows;
  }

  /** As endpoints are compared: what stands in braces does not matter. */
  String endpoint() {
    return method + " " + BRACES.matcher(path).replaceAll("{}");
  }

  /** Whether it tells outsiders by design: of which organisations there are, or by a secret. */
  boolean isOpen() {
    return path.startsWith("/administration/") || path.startsWith("/feeds/");
  }

  /**
   * The request.
   *
   * @param values what stands for what is in braces
   */
  AbstractMockHttpServletRequestBuilder<?> request(Map<String, String> values) {
    URI uri = UriComponentsBuilder.fromPath(filled(path, values)).build().encode().toUri();
    AbstractMockHttpServletRequestBuilder<?> built =
        form.contains("=@")
            ? multipart(HttpMethod.valueOf(method), uri)
            : MockMvcRequestBuilders.request(HttpMethod.valueOf(method), uri);
    for (String field : form.isEmpty() ? new String[0] : form.split("&")) {
      String[] pair = field.split("=", 2);
      String value = filled(pair[1], values);
      if (value.startsWith("@") && built instanceof MockMultipartHttpServletRequestBuilder all) {
        String[] file = value.substring(1).split(":", 2);
        all.file(
            new MockMultipartFile(
                pair[0], file[0], "text/plain", file[1].getBytes(StandardCharsets.UTF_8)));
      } else {
        built.param(pair[0], value);
      }
    }
    return built;
  }

  private static String filled(String text, Map<String, String> values) {
    return BRACES
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(2) != null
                        ? found.group(2)
                        : values.getOrDefault(found.group(1), found.group())));
  }
}

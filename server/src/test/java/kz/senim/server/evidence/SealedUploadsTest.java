package kz.senim.server.evidence;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

class SealedUploadsTest {

  private static final String SECRET = "a line of a secret log\n".repeat(20_000);

  @TempDir private Path folder;

  @Test
  void a_file_that_arrives_is_never_plain_on_the_disk_and_goes_with_its_request()
      throws IOException {
    SealedUploads uploads = new SealedUploads(folder, 10 << 20);
    MultipartHttpServletRequest form =
        uploads.resolveMultipart(
            request(
                part("name=\"title\"", "Журнал")
                    + part("name=\"files\"; filename=\"Журнал.log\"", SECRET)
                    + part("name=\"files\"; filename=\"small.log\"", "small")));
    assertThat(form.getParameter("title")).isEqualTo("Журнал");
    MultipartFile large = form.getFiles("files").getFirst();
    assertThat(large.getOriginalFilename()).isEqualTo("Журнал.log");
    assertThat(large.getSize()).isEqualTo(SECRET.length());
    assertThat(new String(large.getBytes(), UTF_8)).isEqualTo(SECRET);
    assertThat(form.getFiles("files").getLast().getBytes()).asString().isEqualTo("small");
    try (var files = Files.list(folder)) {
      Path waiting = files.findFirst().orElseThrow();
      assertThat(Files.readString(waiting, ISO_8859_1)).doesNotContain("secret log");
    }
    uploads.cleanupMultipart(form);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void what_is_too_long_or_broken_is_refused_and_leaves_nothing() throws IOException {
    SealedUploads small = new SealedUploads(folder, 100_000);
    String file = part("name=\"files\"; filename=\"a.log\"", SECRET);
    assertThatThrownBy(() -> small.resolveMultipart(request(file)))
        .isInstanceOf(MaxUploadSizeExceededException.class);
    SealedUploads uploads = new SealedUploads(folder, 10 << 20);
    assertThatThrownBy(
            () -> uploads.resolveMultipart(request(part("name=\"a\"", "x".repeat(3 << 20)))))
        .isInstanceOf(MaxUploadSizeExceededException.class);
    assertThatThrownBy(
            () -> uploads.resolveMultipart(request(part("name=\"a\"", "x").repeat(1001))))
        .isInstanceOf(MaxUploadSizeExceededException.class);
    MockHttpServletRequest cut = request(file);
    cut.setContent(java.util.Arrays.copyOf(file.getBytes(UTF_8), 100_000));
    assertThatThrownBy(() -> uploads.resolveMultipart(cut)).isInstanceOf(MultipartException.class);
    MockHttpServletRequest unbounded = request(file);
    unbounded.setContentType("multipart/form-data");
    assertThatThrownBy(() -> uploads.resolveMultipart(unbounded))
        .isInstanceOf(MultipartException.class);
    assertThat(folder).isEmptyDirectory();
  }

  private static String part(String disposition, String content) {
    return "--b\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n" + content + "\r\n";
  }

  private static MockHttpServletRequest request(String parts) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(parts.getBytes(UTF_8));
    body.write("--b--\r\n".getBytes(UTF_8));
    MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
    request.setContentType("multipart/form-data; boundary=b");
    request.setContent(body.toByteArray());
    return request;
  }
}

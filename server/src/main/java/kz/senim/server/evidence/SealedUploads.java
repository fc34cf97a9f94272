package kz.senim.server.evidence;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.DefaultMultipartHttpServletRequest;

/**
 * Takes forms with files apart. What lies on the disk meanwhile is encrypted under a key that is
 * only in the memory of this process.
 */
final class SealedUploads implements MultipartResolver {

  private static final Logger LOG = LoggerFactory.getLogger(SealedUploads.class);

  /** What all fields that are no files may hold together. */
  private static final int LONGEST_FIELDS = 2 << 20;

  private static final int MOST_PARTS = 1000;

  private final Path folder;
  private final long most;
  private final Aead key;

  /**
   * @param folder where large files wait
   * @param most the longest request, in bytes
   */
  SealedUploads(Path folder, long most) {
    this.folder = folder;
    this.most = most;
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    try {
      this.key = new AesGcmJce(random);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public boolean isMultipart(HttpServletRequest request) {
    return String.valueOf(request.getContentType())
        .toLowerCase(Locale.ROOT)
        .startsWith("multipart/");
  }

  @Override
  public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
    FileUpload upload = new FileUpload();
    upload.setHeaderEncoding(StandardCharsets.UTF_8.name());
    upload.setSizeMax(most);
    MultiValueMap<String, MultipartFile> files = new LinkedMultiValueMap<>();
    Map<String, List<String>> fields = new HashMap<>();
    Map<String, String> types = new HashMap<>();
    try {
      FileItemIterator parts = upload.getItemIterator(new ServletRequestContext(request));
      int left = LONGEST_FIELDS;
      for (int number = 1; parts.hasNext(); number++) {
        FileItemStream part = parts.next();
        String name = String.valueOf(part.getFieldName());
        if (number > MOST_PARTS) {
          throw new MaxUploadSizeExceededException(most);
        }
        if (part.isFormField()) {
          byte[] text = part.openStream().readNBytes(left + 1);
          left -= text.length;
          if (left < 0) {
            throw new MaxUploadSizeExceededException(LONGEST_FIELDS);
          }
          fields
              .computeIfAbsent(name, _ -> new ArrayList<>())
              .add(new String(text, StandardCharsets.UTF_8));
          types.put(name, String.valueOf(part.getContentType()));
        } else {
          files.add(
              name,
              SealedUpload.of(
                  name,
                  String.valueOf(part.getName()),
                  part.getContentType(),
                  part.openStream(),
                  key,
                  folder));
        }
      }
    } catch (IOException | RuntimeException e) {
      forget(files);
      throw failure(e);
    }
    Map<String, String[]> parameters = new HashMap<>();
    fields.forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
    return new DefaultMultipartHttpServletRequest(request, files, parameters, types);
  }

  private MultipartException failure(Exception e) {
    if (e instanceof MultipartException known) {
      return known;
    }
    if (e instanceof SizeException || e.getCause() instanceof SizeException) {
      return new MaxUploadSizeExceededException(most, e);
    }
    return new MultipartException("the form cannot be read", e);
  }

  @Override
  public void cleanupMultipart(MultipartHttpServletRequest request) {
    forget(request.getMultiFileMap());
  }

  private static void forget(MultiValueMap<String, MultipartFile> files) {
    for (List<MultipartFile> some : files.values()) {
      for (MultipartFile file : some) {
        try {
          if (file instanceof SealedUpload upload) {
            upload.forget();
          }
        } catch (IOException e) {
          LOG.warn("a file that arrived stays until it is swept: {}", e.getMessage());
        }
      }
    }
  }
}

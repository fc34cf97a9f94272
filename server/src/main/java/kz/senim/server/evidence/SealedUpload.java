package kz.senim.server.evidence;

import com.google.crypto.tink.Aead;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import kz.senim.server.vault.SealedFile;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * A file that arrived: a small one in memory, a larger one on the disk, encrypted under a key that
 * nobody writes down.
 */
final class SealedUpload implements MultipartFile {

  private static final int IN_MEMORY = 64 * 1024;
  private static final String PURPOSE = "upload";

  private final String field;
  private final String fileName;
  private final @Nullable String contentType;
  private final Aead key;
  private final long size;
  private final byte @Nullable [] bytes;
  private final @Nullable Path file;

  private SealedUpload(
      String field,
      String fileName,
      @Nullable String contentType,
      Aead key,
      long size,
      byte @Nullable [] bytes,
      @Nullable Path file) {
    this.field = field;
    this.fileName = fileName;
    this.contentType = contentType;
    this.key = key;
    this.size = size;
    this.bytes = bytes;
    this.file = file;
  }

  /** Reads it to its end. */
  static SealedUpload of(
      String field,
      String fileName,
      @Nullable String contentType,
      InputStream in,
      Aead key,
      Path folder)
      throws IOException {
    byte[] head = in.readNBytes(IN_MEMORY);
    if (head.length < IN_MEMORY) {
      return new SealedUpload(field, fileName, contentType, key, head.length, head, null);
    }
    Path file = Files.createTempFile(folder, "upload", ".part");
    try {
      long size;
      try (OutputStream out = SealedFile.sealing(Files.newOutputStream(file), key, PURPOSE)) {
        out.write(head);
        size = head.length + in.transferTo(out);
      }
      return new SealedUpload(field, fileName, contentType, key, size, null, file);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  void forget() throws IOException {
    if (file != null) {
      Files.deleteIfExists(file);
    }
  }

  @Override
  public String getName() {
    return field;
  }

  @Override
  public String getOriginalFilename() {
    return fileName;
  }

  @Override
  public @Nullable String getContentType() {
    return contentType;
  }

  @Override
  public boolean isEmpty() {
    return size == 0;
  }

  @Override
  public long getSize() {
    return size;
  }

  @Override
  public byte[] getBytes() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (InputStream in = getInputStream()) {
      in.transferTo(whole);
    }
    return whole.toByteArray();
  }

  @Override
  public InputStream getInputStream() throws IOException {
    if (file != null) {
      return SealedFile.opening(Files.newInputStream(file), key, PURPOSE);
    }
    return new ByteArrayInputStream(bytes == null ? new byte[0] : bytes);
  }

  @Override
  public void transferTo(File target) throws IOException {
    try (InputStream in = getInputStream()) {
      Files.copy(in, target.toPath());
    }
  }
}

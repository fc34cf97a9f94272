package kz.senim.server.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import org.springframework.core.io.AbstractResource;

/** A content to be sent: whole, or the ranges that are asked for. */
final class ContentResource extends AbstractResource {

  private final Contents contents;
  private final Content content;

  ContentResource(Contents contents, Content content) {
    this.contents = contents;
    this.content = content;
  }

  @Override
  public InputStream getInputStream() throws IOException {
    SeekableByteChannel channel = contents.open(content.sha256());
    // Skips by moving in the channel.
    return Channels.newInputStream(channel);
  }

  @Override
  public long contentLength() {
    return content.size();
  }

  @Override
  public boolean exists() {
    return true;
  }

  @Override
  public String getDescription() {
    return Contents.purpose(content.sha256());
  }
}

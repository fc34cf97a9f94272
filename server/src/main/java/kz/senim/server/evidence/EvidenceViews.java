package kz.senim.server.evidence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Evidence as the API shows it. */
@Component
class EvidenceViews {

  private final Evidence evidence;
  private final Links links;

  EvidenceViews(Evidence evidence, Links links) {
    this.evidence = evidence;
    this.links = links;
  }

  /** A piece of evidence in the version that counts on the day. */
  public record PieceView(
      UUID id,
      String kind,
      String title,
      int version,
      String fileName,
      long size,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil,
      @Nullable String archivedReason,
      List<LinkView> links,
      List<VersionView> versions) {}

  /** What a piece proves; without an object, for all the organisation's objects. */
  public record LinkView(long id, String requirement, @Nullable UUID object) {}

  /** A version; its content is named by its SHA-256. */
  public record VersionView(
      int version,
      String sha256,
      long size,
      String mediaType,
      String fileName,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil,
      String remark,
      Instant uploadedAt,
      String uploadedBy) {}

  /** A piece in a list; the whole of it is found by its id. */
  public record PieceRow(
      UUID id,
      String kind,
      String title,
      String state,
      int version,
      String fileName,
      long size,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil,
      int serves) {}

  /** Three statements with the piece itself. */
  PieceView of(Piece piece) {
    return new PieceView(
        piece.id(),
        piece.kind(),
        piece.title(),
        piece.version(),
        piece.fileName(),
        piece.size(),
        piece.validFrom(),
        piece.validUntil(),
        piece.archivedReason(),
        links.of(piece).stream()
            .map(link -> new LinkView(link.id(), link.requirement(), link.object()))
            .toList(),
        evidence.versions(piece).stream().map(EvidenceViews::version).toList());
  }

  private static VersionView version(Version version) {
    Content content = version.content();
    return new VersionView(
        version.number(),
        content.sha256(),
        content.size(),
        content.mediaType(),
        content.fileName(),
        version.validFrom(),
        version.validUntil(),
        version.remark(),
        version.uploadedAt(),
        version.uploadedBy());
  }

  static PieceRow row(Piece piece, LocalDate day) {
    return new PieceRow(
        piece.id(),
        piece.kind(),
        piece.title(),
        piece.state(day),
        piece.version(),
        piece.fileName(),
        piece.size(),
        piece.validFrom(),
        piece.validUntil(),
        piece.serves());
  }
}

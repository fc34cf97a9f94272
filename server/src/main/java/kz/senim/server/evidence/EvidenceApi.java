package kz.senim.server.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.ArchiveReason;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Longest;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Evidence: sent and fetched as a stream, in versions. */
@ApiController(ApiController.PATH + "/organizations/{organization}/evidence")
class EvidenceApi {

  private final Evidence evidence;
  private final Links links;
  private final Contents contents;
  private final EvidenceUploads uploads;
  private final EvidenceViews views;
  private final LawBook book;
  private final Once once;
  private final Locks locks;

  EvidenceApi(
      Evidence evidence,
      Links links,
      Contents contents,
      EvidenceUploads uploads,
      EvidenceViews views,
      LawBook book,
      Once once,
      Locks locks) {
    this.evidence = evidence;
    this.links = links;
    this.contents = contents;
    this.uploads = uploads;
    this.views = views;
    this.book = book;
    this.once = once;
    this.locks = locks;
  }

  /** What is said of a piece and of its version that counts today; absent days are emptied. */
  @Body
  public record PieceFields(
      String kind,
      @Longest(300) String title,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validUntil) {}

  /**
   * The organisation's evidence.
   *
   * @param kind only of the kind, an id of the law book's
   * @param state only in the state on the day: valid, expiring, expired, later or archived
   */
  @GetMapping
  @Needs(Scope.EVIDENCE_READ)
  Part<EvidenceViews.PieceRow> list(
      @PathVariable UUID organization,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String state,
      Caller caller,
      Paging paging) {
    caller.viewer().mustRead(organization);
    new Mistakes()
        .choice("kind", kind, uploads.kinds())
        .choice("state", state, Piece.STATES)
        .refuse();
    return paging.part(
        evidence.after(
            organization,
            kind == null ? "" : kind,
            state == null ? "" : state,
            paging.id(),
            paging.oneMore(),
            caller.day()),
        piece -> piece.id().toString(),
        piece -> EvidenceViews.row(piece, caller.day()));
  }

  /** One piece with its versions and what it proves. */
  @GetMapping("/{evidence}")
  @Needs(Scope.EVIDENCE_READ)
  EvidenceViews.PieceView piece(
      @PathVariable UUID organization, @PathVariable("evidence") UUID id, Caller caller) {
    return views.of(evidence.piece(caller.viewer(), organization, id, caller.day()));
  }

  /**
   * Adds a piece of evidence; the body is the file itself, up to 1 GiB.
   *
   * @param kind an id of the law book's kinds of evidence
   * @param title absent to call it by its file
   * @param requirement what it proves from the start, of the object or of all; absent for nothing
   */
  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Needs(Scope.EVIDENCE_WRITE)
  ResponseEntity<EvidenceViews.PieceView> add(
      @PathVariable UUID organization,
      @RequestParam String fileName,
      @RequestParam String kind,
      @RequestParam(required = false) @Nullable String title,
      @RequestParam(required = false) @Nullable String validFrom,
      @RequestParam(required = false) @Nullable String validUntil,
      @RequestParam(required = false) @Nullable String remark,
      @RequestParam(required = false) @Nullable List<String> requirement,
      @RequestParam(required = false) @Nullable UUID object,
      Caller caller,
      Once.Request request,
      HttpServletRequest body)
      throws IOException {
    caller.viewer().mustWrite(organization);
    Description said = uploads.said(kind, title, validFrom, validUntil, remark);
    List<String> proves = requirement == null ? List.of() : requirement;
    if (!proves.stream().allMatch(one -> book.findRequirement(one).isPresent())) {
      throw new Mistakes()
          .add("requirement", "api.not-requirement", "api.not-requirement.fix")
          .refusal();
    }
    Content content = uploads.stored(organization, body, fileName);
    return once.make(
        request,
        caller,
        content.sha256(),
        EvidenceViews.PieceView.class,
        () -> {
          UUID id = evidence.add(caller.viewer(), organization, said, List.of(content)).getFirst();
          if (!proves.isEmpty()) {
            links.add(caller.viewer(), organization, List.of(id), proves, object);
          }
          return new Once.Made<>(
              path(organization, id),
              views.of(evidence.piece(caller.viewer(), organization, id, caller.today())));
        });
  }

  /** Adds a version, which takes the place of those before it and leaves them to be read. */
  @PostMapping(path = "/{evidence}/versions", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Needs(Scope.EVIDENCE_WRITE)
  ResponseEntity<EvidenceViews.PieceView> supersede(
      @PathVariable UUID organization,
      @PathVariable("evidence") UUID id,
      @RequestParam String fileName,
      @RequestParam(required = false) @Nullable String validFrom,
      @RequestParam(required = false) @Nullable String validUntil,
      @RequestParam(required = false) @Nullable String remark,
      Caller caller,
      Once.Request request,
      HttpServletRequest body)
      throws IOException {
    caller.viewer().mustWrite(organization);
    Piece piece = toChange(organization, id, caller);
    Description said = uploads.said(piece.kind(), null, validFrom, validUntil, remark);
    Content content = uploads.stored(organization, body, fileName);
    return once.make(
        request,
        caller,
        content.sha256(),
        EvidenceViews.PieceView.class,
        () -> {
          evidence.supersede(caller.viewer(), piece, said, content);
          return new Once.Made<>(
              path(organization, id),
              views.of(evidence.piece(caller.viewer(), organization, id, caller.today())));
        });
  }

  /** The content of a version; reading it is noted in the audit log. */
  @GetMapping(
      path = "/{evidence}/versions/{version}/content",
      produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Needs(Scope.EVIDENCE_READ)
  ResponseEntity<Resource> content(
      @PathVariable UUID organization,
      @PathVariable("evidence") UUID id,
      @PathVariable int version,
      Caller caller) {
    Content content = evidence.read(caller.viewer(), organization, id, version);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .eTag("\"" + content.sha256() + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(content.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new ContentResource(contents, content));
  }

  /** Puts the piece away; it can be read still, and proves nothing. */
  @PostMapping("/{evidence}/archive")
  @Needs(Scope.EVIDENCE_WRITE)
  EvidenceViews.PieceView archive(
      @PathVariable UUID organization,
      @PathVariable("evidence") UUID id,
      @RequestBody ArchiveReason body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          match.must(piece(organization, id, caller));
          evidence.archive(caller.viewer(), toChange(organization, id, caller), body.given());
          return piece(organization, id, caller);
        });
  }

  /** Corrects what is said of a piece: its kind, its title, and for which days it holds. */
  @PutMapping("/{evidence}")
  @Needs(Scope.EVIDENCE_WRITE)
  EvidenceViews.PieceView change(
      @PathVariable UUID organization,
      @PathVariable("evidence") UUID id,
      @RequestBody PieceFields body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    Description said = uploads.said(body);
    return locks.with(
        id,
        () -> {
          match.must(piece(organization, id, caller));
          evidence.describe(caller.viewer(), toChange(organization, id, caller), said);
          return piece(organization, id, caller);
        });
  }

  private Piece toChange(UUID organization, UUID id, Caller caller) {
    Piece piece = evidence.piece(caller.viewer(), organization, id, caller.today());
    Refusal.whenArchived(piece.archived());
    return piece;
  }

  static String path(UUID organization, UUID id) {
    return ApiController.PATH + "/organizations/" + organization + "/evidence/" + id;
  }
}

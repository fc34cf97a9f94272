package kz.senim.server.evidence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.ArchiveReason;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Problem;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

/** Evidence: sent and fetched as a stream, in versions, and linked to what it proves. */
@ApiController(ApiController.PATH + "/organizations/{organization}/evidence")
class EvidenceApi {

  private final Evidence evidence;
  private final Links links;
  private final Contents contents;
  private final LawBook book;
  private final Once once;
  private final Locks locks;

  EvidenceApi(
      Evidence evidence, Links links, Contents contents, LawBook book, Once once, Locks locks) {
    this.evidence = evidence;
    this.links = links;
    this.contents = contents;
    this.book = book;
    this.once = once;
    this.locks = locks;
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

  /** Requirements that a piece proves; without an object, of all the organisation's objects. */
  @Body
  public record NewLinks(List<String> requirements, @Nullable UUID object) {}

  /** The organisation's evidence. */
  @GetMapping
  @Needs(Scope.EVIDENCE_READ)
  Part<PieceRow> list(@PathVariable UUID organization, Caller caller, Paging paging) {
    caller.viewer().mustRead(organization);
    return paging.part(
        evidence.after(organization, paging.id(), paging.oneMore(), caller.day()),
        piece -> piece.id().toString(),
        piece ->
            new PieceRow(
                piece.id(),
                piece.kind(),
                piece.title(),
                piece.state(caller.day()),
                piece.version(),
                piece.fileName(),
                piece.size(),
                piece.validFrom(),
                piece.validUntil(),
                piece.serves()));
  }

  /** One piece with its versions and what it proves. */
  @GetMapping("/{evidence}")
  @Needs(Scope.EVIDENCE_READ)
  PieceView piece(
      @PathVariable UUID organization, @PathVariable("evidence") UUID id, Caller caller) {
    return view(evidence.piece(caller.viewer(), organization, id, caller.day()));
  }

  private PieceView view(Piece piece) {
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
        evidence.versions(piece).stream().map(EvidenceApi::view).toList());
  }

  private static VersionView view(Version version) {
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

  /**
   * Adds a piece of evidence; the body is the file itself, up to 1 GiB.
   *
   * @param kind an id of the law book's kinds of evidence
   * @param title absent to call it by its file
   * @param requirement what it proves from the start, of the object or of all; absent for nothing
   */
  @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Needs(Scope.EVIDENCE_WRITE)
  ResponseEntity<PieceView> add(
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
    Description said = said(kind, title, validFrom, validUntil, remark);
    List<String> proves = requirement == null ? List.of() : requirement;
    if (!proves.stream().allMatch(one -> book.findRequirement(one).isPresent())) {
      throw new Mistakes()
          .add("requirement", "api.not-requirement", "api.not-requirement.fix")
          .refusal();
    }
    Content content = stored(organization, body, fileName);
    return once.make(
        request,
        caller,
        content.sha256(),
        PieceView.class,
        () -> {
          UUID id = evidence.add(caller.viewer(), organization, said, List.of(content)).getFirst();
          if (!proves.isEmpty()) {
            links.add(caller.viewer(), organization, List.of(id), proves, object);
          }
          return new Once.Made<>(
              path(organization, id),
              view(evidence.piece(caller.viewer(), organization, id, caller.today())));
        });
  }

  /** Adds a version, which takes the place of those before it and leaves them to be read. */
  @PostMapping(path = "/{evidence}/versions", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @Needs(Scope.EVIDENCE_WRITE)
  ResponseEntity<PieceView> supersede(
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
    Piece piece = evidence.piece(caller.viewer(), organization, id, caller.today());
    caller.viewer().mustWrite(organization);
    Description said = said(piece.kind(), null, validFrom, validUntil, remark);
    Content content = stored(organization, body, fileName);
    return once.make(
        request,
        caller,
        content.sha256(),
        PieceView.class,
        () -> {
          evidence.supersede(caller.viewer(), piece, said, content);
          return new Once.Made<>(
              path(organization, id),
              view(evidence.piece(caller.viewer(), organization, id, caller.today())));
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

  /** Says that the piece proves requirements; what it proves already stays. */
  @PostMapping("/{evidence}/links")
  @Needs(Scope.EVIDENCE_WRITE)
  ResponseEntity<PieceView> link(
      @PathVariable UUID organization,
      @PathVariable("evidence") UUID id,
      @RequestBody NewLinks body,
      Caller caller,
      Once.Request request) {
    caller.viewer().mustWrite(organization);
    return once.make(
        request,
        caller,
        body,
        PieceView.class,
        () -> {
          Mistakes mistakes = new Mistakes();
          for (int i = 0; i < body.requirements().size(); i++) {
            if (book.findRequirement(body.requirements().get(i)).isEmpty()) {
              mistakes.add("/requirements/" + i, "api.not-requirement", "api.not-requirement.fix");
            }
          }
          mistakes.refuse();
          links.add(caller.viewer(), organization, List.of(id), body.requirements(), body.object());
          return new Once.Made<>(
              path(organization, id),
              view(evidence.piece(caller.viewer(), organization, id, caller.today())));
        });
  }

  /** Takes a link away; the audit log keeps it. */
  @DeleteMapping("/{evidence}/links/{link}")
  @Needs(Scope.EVIDENCE_WRITE)
  PieceView unlink(
      @PathVariable UUID organization,
      @PathVariable("evidence") UUID id,
      @PathVariable long link,
      Caller caller,
      Match match) {
    Piece piece = evidence.piece(caller.viewer(), organization, id, caller.today());
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          match.must(piece(organization, id, caller));
          links.remove(caller.viewer(), piece, link);
          return piece(organization, id, caller);
        });
  }

  /** Puts the piece away; it can be read still, and proves nothing. */
  @PostMapping("/{evidence}/archive")
  @Needs(Scope.EVIDENCE_WRITE)
  PieceView archive(
      @PathVariable UUID organization,
      @PathVariable("evidence") UUID id,
      @RequestBody ArchiveReason body,
      Caller caller,
      Match match) {
    Piece piece = evidence.piece(caller.viewer(), organization, id, caller.today());
    caller.viewer().mustWrite(organization);
    if (body.reason().isBlank()) {
      new Mistakes().form(List.of("evidence.no-reason"), Map.of()).refuse();
    }
    return locks.with(
        id,
        () -> {
          match.must(piece(organization, id, caller));
          evidence.archive(caller.viewer(), piece, body.reason());
          return piece(organization, id, caller);
        });
  }

  /** As the form of the page says it, so that the same rules judge it. */
  private Description said(
      String kind,
      @Nullable String title,
      @Nullable String from,
      @Nullable String until,
      @Nullable String remark) {
    Map<String, String> form = new HashMap<>();
    form.put("kind", kind);
    put(form, "title", title);
    put(form, "validFrom", from);
    put(form, "validUntil", until);
    put(form, "remark", remark);
    EvidenceForm read = new EvidenceForm(form);
    Description said = read.description(book);
    Mistakes mistakes = new Mistakes();
    read.mistakes()
        .forEach(
            key ->
                mistakes.add(
                    key.equals("evidence.bad-kind") ? "kind" : "validUntil", key, "api.fix"));
    mistakes.refuse();
    return said;
  }

  private static void put(Map<String, String> form, String name, @Nullable String value) {
    if (value != null) {
      form.put(name, value);
    }
  }

  /** Stores the body as it arrives, before any transaction begins. */
  private Content stored(UUID organization, HttpServletRequest body, String fileName)
      throws IOException {
    if (body.getContentLengthLong() > Contents.LONGEST) {
      evidence.refused(organization, List.of(fileName + ": too large"));
      throw new Refusal(Problem.TOO_LARGE);
    }
    try {
      return contents.store(body.getInputStream(), fileName);
    } catch (Contents.Refused e) {
      evidence.refused(organization, List.of(fileName + ": " + e.getMessage()));
      throw new Mistakes().add("", e.key(), "api.fix").refusal();
    } catch (Contents.Misnamed e) {
      evidence.refused(organization, List.of(fileName + ": " + e.getMessage()));
      throw new Mistakes()
          .add("fileName", e.mismatch().key(), "api.fix", e.mismatch().arguments())
          .refusal();
    } catch (Contents.Unfit e) {
      evidence.refused(organization, List.of(fileName + ": " + e.getMessage()));
      if (body.getContentLengthLong() == 0) {
        throw new Mistakes().add("", "evidence.empty-file", "api.fix").refusal();
      }
      throw new Refusal(Problem.TOO_LARGE);
    }
  }

  private static String path(UUID organization, UUID id) {
    return ApiController.PATH + "/organizations/" + organization + "/evidence/" + id;
  }
}

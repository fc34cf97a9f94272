package kz.senim.server.evidence;

import java.util.List;
import java.util.UUID;
import kz.senim.core.law.LawBook;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Locks;
import kz.senim.server.api.Match;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Scope;
import kz.senim.server.objects.Objects;
import kz.senim.server.web.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What evidence proves: links of pieces to requirements, of one object or of all. */
@ApiController
class ProofApi {

  private static final String EVIDENCE = "/organizations/{organization}/evidence/{evidence}";

  private final Evidence evidence;
  private final Links links;
  private final EvidenceViews views;
  private final Objects objects;
  private final LawBook book;
  private final Once once;
  private final Locks locks;

  ProofApi(
      Evidence evidence,
      Links links,
      EvidenceViews views,
      Objects objects,
      LawBook book,
      Once once,
      Locks locks) {
    this.evidence = evidence;
    this.links = links;
    this.views = views;
    this.objects = objects;
    this.book = book;
    this.once = once;
    this.locks = locks;
  }

  /** A piece that proves a requirement; shared, of all the organisation's objects. */
  public record ProofView(EvidenceViews.PieceRow piece, long link, boolean shared) {}

  /** Requirements that a piece proves; without an object, of all the organisation's objects. */
  @Body
  public record NewLinks(List<String> requirements, @Nullable UUID object) {}

  /** The evidence that proves a requirement of an object, as it counts on the day. */
  @GetMapping("/objects/{object}/requirements/{requirement}/evidence")
  @Needs(Scope.EVIDENCE_READ)
  Part<ProofView> proofs(
      @PathVariable UUID object, @PathVariable String requirement, Caller caller, Paging paging) {
    UUID organization = objects.object(caller.viewer(), object).organization();
    if (book.findRequirement(requirement).isEmpty()) {
      throw new NotFound();
    }
    return paging.of(
        links.proofs(organization, object, requirement, caller.day()),
        proof ->
            new ProofView(
                EvidenceViews.row(proof.piece(), caller.day()), proof.link(), proof.shared()));
  }

  /** Says that the piece proves requirements; what it proves already stays. */
  @PostMapping(EVIDENCE + "/links")
  @Needs(Scope.EVIDENCE_WRITE)
  ResponseEntity<EvidenceViews.PieceView> link(
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
        EvidenceViews.PieceView.class,
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
              EvidenceApi.path(organization, id),
              views.of(evidence.piece(caller.viewer(), organization, id, caller.today())));
        });
  }

  /** Takes a link away; the audit log keeps it. */
  @DeleteMapping(EVIDENCE + "/links/{link}")
  @Needs(Scope.EVIDENCE_WRITE)
  EvidenceViews.PieceView unlink(
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
          match.must(view(organization, id, caller));
          links.remove(caller.viewer(), piece, link);
          return view(organization, id, caller);
        });
  }

  private EvidenceViews.PieceView view(UUID organization, UUID id, Caller caller) {
    return views.of(evidence.piece(caller.viewer(), organization, id, caller.day()));
  }
}

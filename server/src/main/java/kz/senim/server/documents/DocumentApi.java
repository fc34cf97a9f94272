package kz.senim.server.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.ArchiveReason;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Fields;
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
import kz.senim.server.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Documents on information security. */
@ApiController(ApiController.PATH + "/organizations/{organization}/documents")
class DocumentApi {

  private final Documents documents;
  private final DocumentKinds kinds;
  private final Once once;
  private final Locks locks;

  DocumentApi(Documents documents, DocumentKinds kinds, Once once, Locks locks) {
    this.documents = documents;
    this.kinds = kinds;
    this.once = once;
    this.locks = locks;
  }

  /**
   * A document.
   *
   * @param level 1 to 4
   * @param kind the law book's option; absent for one of the organisation's own
   * @param contents of the policy, what it sets out
   */
  public record DocumentView(
      UUID id,
      int level,
      @Nullable String kind,
      String title,
      @Nullable String owner,
      @Nullable LocalDate approved,
      @Nullable String act,
      boolean kazakh,
      boolean russian,
      List<String> contents,
      @Nullable String place,
      LocalDate createdOn,
      @Nullable LocalDate archivedOn,
      @Nullable LocalDate reviewedOn,
      int acquainted) {

    static DocumentView of(SecurityDocument of) {
      return new DocumentView(
          of.id(),
          of.level(),
          of.kind(),
          of.title(),
          of.owner(),
          of.approvedOn(),
          of.act(),
          of.inKazakh(),
          of.inRussian(),
          of.contents(),
          of.place(),
          of.createdOn(),
          of.archivedOn(),
          of.reviewedOn(),
          of.acquainted());
    }
  }

  /** A document to be added; approved and act come together. */
  @Body
  public record NewDocument(
      int level,
      @Nullable String kind,
      @Longest(300) String title,
      @Nullable @Longest(300) String owner,
      @Nullable LocalDate approved,
      @Nullable @Longest(300) String act,
      @Nullable Boolean kazakh,
      @Nullable Boolean russian,
      @Nullable List<String> contents,
      @Nullable @Longest(300) String place) {}

  /** A document as it shall be. */
  @Body
  public record ChangedDocument(
      @Longest(300) String title,
      @Nullable @Longest(300) String owner,
      @Nullable LocalDate approved,
      @Nullable @Longest(300) String act,
      @Nullable Boolean kazakh,
      @Nullable Boolean russian,
      @Nullable List<String> contents,
      @Nullable @Longest(300) String place) {}

  /** The organisation's documents. */
  @GetMapping
  @Needs(Scope.OFFICE_READ)
  Part<DocumentView> list(@PathVariable UUID organization, Caller caller, Paging paging) {
    caller.viewer().mustRead(organization);
    return paging.part(
        documents.after(organization, paging.id(), paging.oneMore(), caller.day()),
        one -> one.id().toString(),
        DocumentView::of);
  }

  /** One document. */
  @GetMapping("/{document}")
  @Needs(Scope.OFFICE_READ)
  DocumentView get(
      @PathVariable UUID organization, @PathVariable("document") UUID id, Caller caller) {
    return DocumentView.of(find(organization, id, caller));
  }

  /** Adds a document. */
  @PostMapping
  @Needs(Scope.OFFICE_WRITE)
  ResponseEntity<DocumentView> add(
      @PathVariable UUID organization,
      @RequestBody NewDocument body,
      Caller caller,
      Once.Request request) {
    caller.viewer().mustWrite(organization);
    return once.make(
        request,
        caller,
        body,
        DocumentView.class,
        () -> {
          Form form = new Form("documents", Fields.of(body));
          var entry =
              DocumentForm.readNew(
                  form, kinds, documents.list(organization, caller.today()), caller.today());
          refuse(form);
          UUID id = documents.add(caller.viewer(), organization, entry);
          return new Once.Made<>(path(organization, id), get(organization, id, caller));
        });
  }

  /** Changes a document: what is absent is emptied. */
  @PutMapping("/{document}")
  @Needs(Scope.OFFICE_WRITE)
  DocumentView change(
      @PathVariable UUID organization,
      @PathVariable("document") UUID id,
      @RequestBody ChangedDocument body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          var found = find(organization, id, caller);
          match.must(DocumentView.of(found));
          Refusal.whenArchived(found.archivedOn() != null);
          Form form = new Form("documents", Fields.of(body));
          var entry = DocumentForm.read(form, kinds, found.level(), found.kind(), caller.today());
          refuse(form);
          documents.change(caller.viewer(), found, entry);
          return get(organization, id, caller);
        });
  }

  /** Puts a document away; it can be read still. */
  @PostMapping("/{document}/archive")
  @Needs(Scope.OFFICE_WRITE)
  DocumentView archive(
      @PathVariable UUID organization,
      @PathVariable("document") UUID id,
      @RequestBody ArchiveReason body,
      Caller caller,
      Match match) {
    caller.viewer().mustWrite(organization);
    return locks.with(
        id,
        () -> {
          var found = find(organization, id, caller);
          match.must(DocumentView.of(found));
          Refusal.whenArchived(found.archivedOn() != null);
          documents.archive(caller.viewer(), found, body.given());
          return get(organization, id, caller);
        });
  }

  private SecurityDocument find(UUID organization, UUID id, Caller caller) {
    return documents.document(caller.viewer(), organization, id, caller.day());
  }

  private static void refuse(Form form) {
    new Mistakes().form(form.mistakes(), Map.of()).refuse();
  }

  static String path(UUID organization, UUID id) {
    return ApiController.PATH + "/organizations/" + organization + "/documents/" + id;
  }
}

package kz.senim.server.documents;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Fields;
import kz.senim.server.api.Mistakes;
import kz.senim.server.api.Needs;
import kz.senim.server.api.Once;
import kz.senim.server.api.Paging;
import kz.senim.server.api.Part;
import kz.senim.server.api.Refusal;
import kz.senim.server.api.Scope;
import kz.senim.server.staff.StaffMember;
import kz.senim.server.web.Form;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Who was made acquainted with a document. */
@ApiController(
    ApiController.PATH + "/organizations/{organization}/documents/{document}/acquaintances")
class AcquaintanceApi {

  private final Documents documents;
  private final Catalogues catalogues;
  private final Once once;

  AcquaintanceApi(Documents documents, Catalogues catalogues, Once once) {
    this.documents = documents;
    this.catalogues = catalogues;
    this.once = once;
  }

  /** Somebody of the register of staff who was made acquainted. */
  public record AcquaintanceView(UUID member, String name, LocalDate acquainted) {}

  /** People who work there and were made acquainted, on a day that is not in the future. */
  @Body
  public record NewAcquaintance(LocalDate acquainted, List<UUID> members) {}

  /** Who was made acquainted with the document. */
  @GetMapping
  @Needs(Scope.OFFICE_READ)
  Part<AcquaintanceView> list(
      @PathVariable UUID organization,
      @PathVariable("document") UUID document,
      Caller caller,
      Paging paging) {
    documents.document(caller.viewer(), organization, document, caller.day());
    return paging.part(
        documents.acquaintedAfter(document, paging.id(), paging.oneMore()),
        one -> one.member().toString(),
        one -> new AcquaintanceView(one.member(), one.name(), one.day()));
  }

  /** Records that people were made acquainted; who was before keeps the day. */
  @PostMapping
  @Needs(Scope.OFFICE_WRITE)
  ResponseEntity<DocumentApi.DocumentView> add(
      @PathVariable UUID organization,
      @PathVariable("document") UUID id,
      @RequestBody NewAcquaintance body,
      Caller caller,
      Once.Request request) {
    caller.viewer().mustWrite(organization);
    return once.make(
        request,
        caller,
        body,
        DocumentApi.DocumentView.class,
        () -> {
          var document = documents.document(caller.viewer(), organization, id, caller.day());
          Refusal.whenArchived(document.archivedOn() != null);
          Form form = new Form("documents", Fields.of(body));
          LocalDate day = DocumentForm.past(form, "acquainted", caller.today());
          Mistakes mistakes = new Mistakes().form(form.mistakes(), Map.of());
          if (body.members().isEmpty()) {
            mistakes.add("/members", "api.missing", "api.missing.fix");
          }
          mistakes.notAmong(
              catalogues.working(caller.viewer(), organization, caller.today()).stream()
                  .map(StaffMember::id)
                  .collect(Collectors.toSet()),
              body.members(),
              "/members");
          if (day == null || !mistakes.isEmpty()) {
            throw mistakes.refusal();
          }
          documents.acquaint(caller.viewer(), document, body.members(), day);
          return new Once.Made<>(
              DocumentApi.path(organization, id) + "/acquaintances",
              DocumentApi.DocumentView.of(
                  documents.document(caller.viewer(), organization, id, caller.day())));
        });
  }
}

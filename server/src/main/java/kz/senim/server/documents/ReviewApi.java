package kz.senim.server.documents;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import kz.senim.server.api.ApiController;
import kz.senim.server.api.Body;
import kz.senim.server.api.Caller;
import kz.senim.server.api.Fields;
import kz.senim.server.api.Longest;
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
import org.springframework.web.bind.annotation.RequestBody;

/** The reviews of a document. */
@ApiController(ApiController.PATH + "/organizations/{organization}/documents/{document}/reviews")
class ReviewApi {

  private final Documents documents;
  private final Reviews reviews;
  private final Once once;

  ReviewApi(Documents documents, Reviews reviews, Once once) {
    this.documents = documents;
    this.reviews = reviews;
    this.once = once;
  }

  /** A review that was made. */
  public record ReviewView(LocalDate reviewed, String result, String recordedBy) {

    static ReviewView of(Reviews.Review of) {
      return new ReviewView(of.day(), of.result(), of.by());
    }
  }

  /** A review that was made, not in the future; of a day there is one. */
  @Body
  public record NewReview(LocalDate reviewed, @Longest(300) String result) {}

  /** The reviews of a document, newest first. */
  @GetMapping
  @Needs(Scope.OFFICE_READ)
  Part<ReviewView> list(
      @PathVariable UUID organization,
      @PathVariable("document") UUID document,
      Caller caller,
      Paging paging) {
    documents.document(caller.viewer(), organization, document, caller.day());
    return paging.part(
        reviews.before(document, paging.place(ReviewApi::day), paging.oneMore()),
        review -> review.day().toString(),
        ReviewView::of);
  }

  private static @Nullable LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Records a review. */
  @PostMapping
  @Needs(Scope.OFFICE_WRITE)
  ResponseEntity<ReviewView> add(
      @PathVariable UUID organization,
      @PathVariable("document") UUID id,
      @RequestBody NewReview body,
      Caller caller,
      Once.Request request) {
    caller.viewer().mustWrite(organization);
    return once.make(
        request,
        caller,
        body,
        ReviewView.class,
        () -> {
          var document = documents.document(caller.viewer(), organization, id, caller.day());
          Refusal.whenArchived(document.archivedOn() != null);
          Form form = new Form("documents", Fields.of(body));
          var read = DocumentForm.reviewed(form, caller.today());
          if (read != null && !reviews.add(caller.viewer(), document, read.day(), read.result())) {
            form.wrong("reviewed-then");
          }
          new Mistakes()
              .form(form.mistakes(), Map.of("documents.bad-reviewed-then", "reviewed"))
              .refuse();
          return new Once.Made<>(
              DocumentApi.path(organization, id) + "/reviews",
              new ReviewView(body.reviewed(), body.result().strip(), caller.viewer().name()));
        });
  }
}
